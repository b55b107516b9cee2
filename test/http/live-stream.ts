/** A client of `/api/live`, of which one process can be thousands. */
import { Agent, get, type IncomingMessage } from "node:http"

export interface OpenStream {
  /** When its end was told, by this process's clock. */
  readonly endedAt: Promise<number>
  /** When it was told for the first time that something of its person's has changed, and so on. */
  readonly changedAt: (time: number) => Promise<number>
  readonly close: () => void
}

const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })

/** Resolves once the first line of the stream has come. */
export function openStream(url: string, cookie: string, address: string): Promise<OpenStream> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, accept: "text/event-stream", "x-forwarded-for": address }
    const asked = get(url, { agent, headers }, (answer: IncomingMessage) => {
      if (answer.statusCode !== 200) return reject(new Error(`It answers ${answer.statusCode}.`))
      const heard = { ended: moments(), changed: moments() }
      const stream = {
        endedAt: heard.ended.at(1),
        changedAt: heard.changed.at,
        close: () => asked.destroy(),
      }
      answer.setEncoding("utf8").on("data", (text: string) => {
        for (const [, what] of text.matchAll(/^event: (ended|changed)$/gm)) {
          heard[what as keyof typeof heard].add(performance.now())
        }
        resolve(stream)
      })
      answer.on("error", () => {})
    })
    asked.once("error", reject)
  })
}

/** Moments as they come, each of which can be waited for. */
function moments() {
  const all: number[] = []
  const waiting = new Map<number, (moment: number) => void>()
  return {
    add(moment: number) {
      waiting.get(all.push(moment))?.(moment)
    },
    at(time: number): Promise<number> {
      const moment = all[time - 1]
      if (moment !== undefined) return Promise.resolve(moment)
      return new Promise((resolve) => waiting.set(time, resolve))
    },
  }
}
