/** Clients of `/api/live`, as many as one process can be. */
import { Agent, get, type IncomingMessage } from "node:http"

export interface OpenStream {
  /** When its end was told, by this process's clock. */
  readonly endedAt: Promise<number>
  readonly close: () => void
}

const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })

/** Resolves once the first line of the stream has come. */
export function openStream(url: string, cookie: string, address: string): Promise<OpenStream> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, accept: "text/event-stream", "x-forwarded-for": address }
    const asked = get(url, { agent, headers }, (answer: IncomingMessage) => {
      if (answer.statusCode !== 200) return reject(new Error(`It answers ${answer.statusCode}.`))
      let tell = (_: number) => {}
      const endedAt = new Promise<number>((told) => {
        tell = told
      })
      answer.setEncoding("utf8").on("data", (text: string) => {
        if (text.includes("event: ended")) tell(performance.now())
        resolve({ endedAt, close: () => asked.destroy() })
      })
      answer.on("error", () => {})
    })
    asked.once("error", reject)
  })
}

/** Opens them some at a time: all together would be a flood, and no crowd. */
export async function openStreams(
  count: number,
  open: (index: number) => Promise<OpenStream>,
): Promise<readonly OpenStream[]> {
  const streams: OpenStream[] = []
  for (let from = 0; from < count; from += 50) {
    const some = Array.from({ length: Math.min(50, count - from) }, (_, each) => open(from + each))
    streams.push(...(await Promise.all(some)))
  }
  return streams
}
