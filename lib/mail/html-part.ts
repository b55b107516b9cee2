import { directions } from "@/lib/names/language"
import { currentLanguage } from "@/lib/texts/language"
import { words } from "@/lib/texts/words"
import type { Letter } from "./letter"

/**
 * Nothing is loaded from anywhere, and every style is inline, since mail programs drop the rest.
 *
 * Only the button has its own colours, which stand on light and dark. Everything else takes the
 * reader's: a mail that sets one of ground and text is unreadable where the other one is changed.
 */
export function htmlPart(letter: Letter, app: URL): string {
  const language = currentLanguage()
  const t = words("shell")
  const tMail = words("mail")
  const { subject, opening, facts = [], advice = [], link, closing = [] } = letter
  const address = escaped(link.address)
  return `<!doctype html>
<html lang="${language}" dir="${directions[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:0">
<div dir="${directions[language]}" style="max-width:35em;margin:0 auto;padding:32px 20px;font-family:${FONT};font-size:16px;line-height:1.55">
<p style="margin:0 0 28px;font-size:14px;font-weight:600">${escaped(t("product"))}</p>
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25;letter-spacing:-0.02em">${escaped(subject)}</h1>
${[...opening.map(paragraph), table(facts), ...advice.map(paragraph)].join("\n")}
<p style="margin:28px 0"><a href="${address}" style="${BUTTON}">${escaped(link.label)}</a></p>
${closing.map(paragraph).join("\n")}
<div style="margin-top:32px;padding-top:20px;border-top:1px solid #80808059;font-size:13px">
<p style="margin:0 0 12px">${escaped(tMail("linkInWords"))}<br>
<a href="${address}" style="color:inherit;word-break:break-all">${address}</a></p>
<p style="margin:0">${escaped(tMail("sentBy", { product: t("product"), address: app.origin }))}</p>
</div>
</div>
</body>
</html>
`
}

const FONT = "-apple-system,BlinkMacSystemFont,&quot;Segoe UI&quot;,Roboto,Arial,sans-serif"
const BUTTON =
  "display:inline-block;padding:12px 22px;border-radius:8px;background-color:#2851c8;color:#ffffff;font-weight:600;text-decoration:none"

const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(text)}</p>`

function table(facts: NonNullable<Letter["facts"]>): string {
  if (facts.length === 0) return ""
  // Mail programs know the sides by these names alone.
  const [start, padding] =
    directions[currentLanguage()] === "rtl"
      ? ["right", "4px 0 4px 20px"]
      : ["left", "4px 20px 4px 0"]
  const rows = facts.map(
    ([name, value]) =>
      `<tr><th scope="row" style="padding:${padding};text-align:${start};vertical-align:top;font-weight:400;white-space:nowrap">${escaped(name)}</th><td style="padding:4px 0;font-weight:600;word-break:break-word">${escaped(value)}</td></tr>`,
  )
  return `<table style="margin:0 0 16px;border-collapse:collapse;font-size:15px">${rows.join("")}</table>`
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? "")
