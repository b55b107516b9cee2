import { randomBytes } from "node:crypto"
import { directions } from "@/lib/names/language"
import { currentLanguage } from "@/lib/texts/language"
import { words } from "@/lib/texts/words"

export interface PlainWords {
  readonly title: string
  readonly detail: string
  /** The words of a link that asks for the same address again. */
  readonly retry?: string | undefined
  /** The request's id, under which the log tells what was wrong. */
  readonly reference?: string | undefined
}

/** A page by itself: the files of the build may be what cannot be had. */
export function plainPage(plain: PlainWords) {
  const language = currentLanguage()
  const nonce = randomBytes(16).toString("base64")
  return {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
    content: `<!DOCTYPE html>
<html lang="${language}" dir="${directions[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words("shell")("titleOf", { page: plain.title })}</title>
${styleOf(nonce)}
</head>
<body>
${mainOf(plain)}
</body>
</html>
`,
  }
}

/** The colours are those of globals.css. */
export const styleOf = (nonce: string) => `<style nonce="${nonce}">
:root { color-scheme: light dark; background: light-dark(#fafafa, #0b0b0d); color: light-dark(#17171a, #f3f3f5) }
main { max-width: 28rem; margin: 20vh auto 0; padding: 0 1rem; text-align: center; font: 0.875rem/1.6 ui-sans-serif, system-ui, sans-serif }
h1 { font-size: 1.25rem }
p { color: light-dark(#51515b, #adadb7); margin: 1.25rem 0 }
a { color: light-dark(#2851c8, #93b1ff) }
</style>`

export const mainOf = ({ title, detail, retry, reference }: PlainWords) => `<main>
<h1>${title}</h1>
<p>${detail}</p>
${retry ? `<a href="">${retry}</a>\n` : ""}${reference ? `<p>${words("failures")("reference", { id: reference })}</p>\n` : ""}</main>`
