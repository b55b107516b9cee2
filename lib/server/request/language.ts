import type { IncomingHttpHeaders } from "node:http"
import Negotiator from "negotiator"
import type { OfferedLanguages } from "@/lib/language-settings"
import type { Language } from "@/lib/names/language"

/** The language that the browser likes best of those offered; the first if it likes none. */
export function languageFor(headers: IncomingHttpHeaders, offered: OfferedLanguages): Language {
  if (offered.length === 1) return offered[0]
  const liked = new Negotiator({ headers }).language([...offered])
  return offered.find((language) => language === liked) ?? offered[0]
}
