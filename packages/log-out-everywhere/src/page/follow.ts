import type { Told } from "./channel.ts"

interface Following {
  readonly signal: AbortSignal
  readonly say: (told: Told) => void
  readonly onOpen: () => void
}

/** Whether this browser can have a stream that its pages share: each would take a connection. */
export const canFollow = () =>
  "locks" in navigator && "BroadcastChannel" in window && "EventSource" in window

/**
 * Reads a stream until the server refuses one, or the signal says so. One that is cut the browser begins again by
 * itself, after as long as the server has said.
 *
 * Resolves immediately if this browser can have none.
 */
export function follow(url: string, { signal, say, onOpen }: Following): Promise<void> {
  if (!canFollow()) return Promise.resolve()
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
