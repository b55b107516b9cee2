import type { Told } from "./channel.ts"

interface Following {
  readonly signal: AbortSignal
  readonly say: (told: Told) => void
  readonly onOpen: () => void
}

/**
 * Reads a stream until the server refuses one, or the signal says so. One that is cut the browser begins again by
 * itself, after as long as the server has said.
 *
 * Resolves immediately if this browser can have no stream that its pages share: each would take a connection.
 */
export function follow(url: string, { signal, say, onOpen }: Following): Promise<void> {
  const canShare = "locks" in navigator && "BroadcastChannel" in window
  if (!canShare || !("EventSource" in window)) return Promise.resolve()
  return new Promise((resolve) => {
    const stream = new EventSource(url)
    const close = () => {
      signal.removeEventListener("abort", close)
      stream.close()
      resolve()
    }
    stream.addEventListener("open", onOpen)
    stream.addEventListener("ended", ({ data }: MessageEvent<string>) => {
      close()
      say({ ended: data })
    })
    stream.addEventListener("changed", ({ data }: MessageEvent<string>) =>
      say({ changed: data === "everyone" ? data : "own" }),
    )
    stream.addEventListener("error", () => stream.readyState === EventSource.CLOSED && close())
    signal.addEventListener("abort", close)
  })
}
