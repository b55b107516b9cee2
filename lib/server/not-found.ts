import type { ServerResponse } from "node:http"
import { words } from "@/lib/texts/words"
import { mainOf, styleOf } from "./plain-page"

/**
 * Gives the page of a `notFound()` a text for browsers without scripts: Next sends an empty document then,
 * which only a script fills. Must be called before Next sees the response.
 */
export function fillNotFound(response: ServerResponse): void {
  const write = response.write.bind(response)
  Object.assign(response, {
    write: (chunk: string | Uint8Array, ...rest: []) =>
      write(isEmptyPage(response, chunk) ? filled(chunk) : chunk, ...rest),
  })
}

function isEmptyPage(response: ServerResponse, chunk: string | Uint8Array): boolean {
  if (response.statusCode !== 404) return false
  if (!/^text\/html/.test(String(response.getHeader("Content-Type")))) return false
  return Buffer.from(chunk).includes('<html id="__next_error__">')
}

/** As it is if the body begins in another chunk, which React's renderer does not make of so short a head. */
function filled(chunk: string | Uint8Array): string {
  const t = words("shell")
  const page = Buffer.from(chunk).toString()
  const [, nonce = ""] = / nonce="([^"]+)"/.exec(page) ?? []
  const message = `<noscript>${styleOf(nonce)}${mainOf({ title: t("notFoundTitle"), detail: t("notFoundBody") })}</noscript>`
  return page.replace("<body>", `<body>${message}`)
}
