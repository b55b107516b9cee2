import { randomBytes } from "node:crypto"
import type { ServerResponse } from "node:http"
import { texts } from "@/lib/texts"
import { locale } from "@/lib/texts/format"

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
    const nonce = randomBytes(16).toString("base64")
    // Both belong to what Next would have sent: its encoding, and the files that it wants loaded ahead.
    for (const name of ["Content-Encoding", "Link"]) response.removeHeader(name)
    writeHead(response.statusCode, {
      "Cache-Control": "no-store",
      "Retry-After": "5",
      "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    })
    end(page(nonce))
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

/** By itself: the files of the build may be what cannot be had. The colours are those of globals.css. */
const page = (nonce: string) => `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.shell.titleOf(texts.shell.outageTitle)}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; background: light-dark(#fafafa, #0b0b0d); color: light-dark(#17171a, #f3f3f5) }
main { max-width: 28rem; margin: 20vh auto 0; padding: 0 1rem; text-align: center; font: 0.875rem/1.6 ui-sans-serif, system-ui, sans-serif }
h1 { font-size: 1.25rem }
p { color: light-dark(#51515b, #adadb7); margin: 1.25rem 0 }
a { color: light-dark(#2851c8, #93b1ff) }
</style>
</head>
<body>
<main>
<h1>${texts.shell.outageTitle}</h1>
<p>${texts.shell.outageBody}</p>
<a href="">${texts.shell.retry}</a>
</main>
</body>
</html>
`
