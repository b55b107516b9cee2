import type { StreamedSession } from "./presence.ts"
import type { LiveStreams, NoStream } from "./streams.ts"

/** What a stream is sent with: nothing in between may keep it, pack it or collect it. */
export const streamHeaders = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
} as const

/**
 * The answer to a page that asks for its stream, for a route that has found its session without a touch; null if
 * nobody is logged in.
 *
 * 401 without a session, 429 if it has too many streams, 503 if this process can have none now. A page that polls
 * asks for no stream, and hears 204 while its session lives.
 */
export function answerLive(
  streams: LiveStreams,
  { headers, signal }: Request,
  session: StreamedSession | null,
): Response {
  const isPoll = !headers.get("accept")?.includes("text/event-stream")
  if (!session || isPoll) return empty(session ? 204 : 401)

  let refused: NoStream | undefined
  let forget = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const opened = streams.open(session, { write, end: () => controller.close() })
      if (typeof opened === "string") refused = opened
      else forget = opened
    },
    cancel: () => forget(),
  })
  if (refused) return empty(refused === "too_many" ? 429 : 503, { "Retry-After": "30" })
  signal.addEventListener("abort", forget)
  return new Response(body, { headers: streamHeaders })
}

const encoder = new TextEncoder()

const empty = (status: number, headers: Readonly<Record<string, string>> = {}) =>
  new Response(null, { status, headers: { "Cache-Control": "no-store", ...headers } })
