import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http"
import Negotiator from "negotiator"

/** A build's own files come to a tenth of it. */
const maxBytes = 32 * 2 ** 20

interface KeptFile {
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
}

/**
 * Answers from memory what Next has answered before and calls immutable: a build's files are named after their
 * content. Next would look each of them up and compress it again for every browser.
 *
 * True if the request is answered. Otherwise it must be called before anything else writes to the answer or changes
 * how it is written.
 */
export function keptFiles(): (request: IncomingMessage, response: ServerResponse) => boolean {
  const kept = new Map<string, KeptFile>()
  let bytes = 0

  return (request, response) => {
    const key = keyOf(request)
    if (key === undefined) return false
    const file = kept.get(key)
    if (file) {
      for (const [name, value = ""] of Object.entries(file.headers)) response.setHeader(name, value)
      response.end(file.body)
      return true
    }
    collectBody(response, (body) => {
      if (kept.has(key) || bytes + body.length > maxBytes) return
      bytes += body.length
      kept.set(key, { headers: keptHeaders(response), body })
    })
    return false
  }
}

/** By path, and by the codings that the client takes. Undefined if it is no request for a whole file of a build's. */
function keyOf(request: IncomingMessage): string | undefined {
  const { method, url = "", headers } = request
  const isPart = ["range", "if-none-match", "if-modified-since"].some((name) => name in headers)
  if (method !== "GET" || isPart || !/^\/_next\/static\/[\w./~-]+$/.test(url)) return undefined
  const codings = new Negotiator(request).encodings(["br", "gzip", "deflate", "identity"])
  return `${codings.toSorted().join()} ${url}`
}

function collectBody(response: ServerResponse, done: (body: Buffer) => void): void {
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  const chunks: Buffer[] = []
  const collect = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  Object.assign(response, {
    write(...sent: Parameters<typeof write>) {
      collect(sent[0])
      return write(...sent)
    },
    end(...last: Parameters<typeof end>) {
      collect(last[0])
      return end(...last)
    },
  })
  response.once("finish", () => {
    const isForEver = /\bimmutable\b/.test(String(response.getHeader("Cache-Control")))
    const isForAll = isForEver && !response.hasHeader("Set-Cookie")
    if (response.statusCode === 200 && isForAll) done(Buffer.concat(chunks))
  })
}

/** But what belongs to one answer alone. */
function keptHeaders(response: ServerResponse): OutgoingHttpHeaders {
  const { "x-request-id": _id, "content-length": _length, ...headers } = response.getHeaders()
  return headers
}
