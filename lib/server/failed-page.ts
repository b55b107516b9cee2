import type { IncomingMessage, ServerResponse } from "node:http"
import { idOf } from "@/lib/server/request/request-id"
import { words } from "@/lib/texts/words"
import { plainPage } from "./plain-page"

/**
 * Puts a page into the answer where Next has none: where it could not render one, and where a form names
 * an action of another build.
 *
 * Next sends an empty document then, which only a script fills, or a line of text. It must be called
 * before Next sees the response.
 */
export function fillFailedPage(request: IncomingMessage, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response)
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  let isFilled = false

  const fill = (): boolean => {
    if (isFilled || response.headersSent) return isFilled
    const words = wordsFor(request, response)
    if (!words) return false
    isFilled = true
    const { content, headers } = plainPage(words)
    // All belong to what Next would have sent: its encoding, and the files that it wants loaded ahead.
    for (const name of ["Content-Encoding", "Content-Length", "ETag", "Link"]) {
      response.removeHeader(name)
    }
    const isOutage = response.statusCode >= 500
    writeHead(response.statusCode, {
      ...headers,
      "Cache-Control": "no-store",
      ...(isOutage && { "Retry-After": "5" }),
    })
    end(content)
    return true
  }

  Object.assign(response, {
    writeHead: (...head: Parameters<typeof writeHead>) => (fill() ? response : writeHead(...head)),
    write: (...chunk: Parameters<typeof write>) => fill() || write(...chunk),
    end: (...last: Parameters<typeof end>) => (fill() ? response : end(...last)),
  })
}

function wordsFor(request: IncomingMessage, response: ServerResponse) {
  const t = words("failures")
  const tOldForm = words("oldForm")
  const isPage = /^text\/html/.test(String(response.getHeader("Content-Type")))
  if (response.statusCode >= 500 && isPage) {
    return {
      title: t("pages.outage.title"),
      detail: t("pages.outage.body"),
      retry: t("retry"),
      reference: idOf(response),
    }
  }
  // Where a script called the action, it reads the header, and its page stays.
  const isOldForm = response.hasHeader("x-nextjs-action-not-found") && response.statusCode !== 400
  if (!isOldForm || request.headers["next-action"]) return undefined
  return { title: tOldForm("title"), detail: tOldForm("body"), retry: t("reload") }
}
