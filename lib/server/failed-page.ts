import type { ServerResponse } from "node:http"
import { texts } from "@/lib/texts"
import { plainPage } from "./plain-page"

/**
 * Puts a page into the answer where Next could not render one.
 *
 * Next sends an empty document then, which only a script fills: without JavaScript a person would see
 * nothing at all. It must be called before Next sees the response.
 */
export function fillFailedPage(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response)
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  let isFilled = false

  const fill = (): boolean => {
    if (isFilled || response.headersSent || !isFailedPage(response)) return isFilled
    isFilled = true
    const { outageTitle: title, outageBody: detail, retry } = texts.shell
    const { content, headers } = plainPage({ title, detail, retry })
    // Both belong to what Next would have sent: its encoding, and the files that it wants loaded ahead.
    for (const name of ["Content-Encoding", "Link"]) response.removeHeader(name)
    writeHead(response.statusCode, { ...headers, "Cache-Control": "no-store", "Retry-After": "5" })
    end(content)
    return true
  }

  Object.assign(response, {
    writeHead: (...head: Parameters<typeof writeHead>) => (fill() ? response : writeHead(...head)),
    write: (...chunk: Parameters<typeof write>) => fill() || write(...chunk),
    end: (...last: Parameters<typeof end>) => (fill() ? response : end(...last)),
  })
}

const isFailedPage = (response: ServerResponse) =>
  response.statusCode >= 500 && /^text\/html/.test(String(response.getHeader("Content-Type")))
