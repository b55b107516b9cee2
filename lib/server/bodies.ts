import type { IncomingMessage } from "node:http"
import type { Reason } from "./reasons"

interface BodyLimits {
  readonly bodyBytes: number
  readonly bodiesBytes: number
}

/**
 * Reads bodies whole, within bounds for each and for all that are still coming in: where all are too
 * many, the oldest goes, so that senders who stall hold back nobody but each other.
 *
 * Rejects where the client goes before the end.
 */
export function bodyReader({ bodyBytes, bodiesBytes }: BodyLimits) {
  const coming = new Set<{ readonly drop: () => void }>()
  let total = 0

  return (request: IncomingMessage): Promise<Buffer<ArrayBuffer> | Reason> =>
    new Promise((resolve, reject) => {
      const chunks: Buffer<ArrayBuffer>[] = []
      let size = 0

      const take = (chunk: Buffer<ArrayBuffer>) => {
        chunks.push(chunk)
        size += chunk.length
        total += chunk.length
        if (size > bodyBytes) settle("body")
        const [oldest] = coming
        if (total > bodiesBytes) oldest?.drop()
      }
      const stop = () => {
        request.off("data", take).off("end", finish).off("close", abandon)
        coming.delete(body)
        total -= size
      }
      const settle = (outcome: Buffer<ArrayBuffer> | Reason) => {
        stop()
        resolve(outcome)
      }
      const finish = () => settle(Buffer.concat(chunks))
      const abandon = () => {
        stop()
        reject(new Error("The client has gone."))
      }
      const body = { drop: () => settle("crowded_out") }
      coming.add(body)
      request.on("data", take).once("end", finish).once("close", abandon)
    })
}
