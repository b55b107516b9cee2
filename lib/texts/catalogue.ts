import compile from "icu-minify/compile"
import formatMessage from "use-intl/format-message"
import type { Language } from "@/lib/names/language"
import { english } from "./en"
import { pseudoTexts } from "./pseudo"
import type { Room } from "./translation"

const catalogues: { readonly [Each in Language]: (room: Room) => object } = {
  "en-GB": (room) => english[room],
  "en-XB": (room) => pseudoTexts(english[room]),
}

/** The messages of a room, as the library takes them here, and in a browser. */
export function messagesOf(language: Language, room: Room): object {
  const key = `${language} ${room}`
  const known = rooms.get(key) ?? prepared(catalogues[language](room))
  rooms.set(key, known)
  return known
}

const rooms = new Map<string, object>()

/** In the build of Next the library is the one without a parser (see next.config.js); elsewhere it parses. */
const prepared = formatMessage.raw ? (messages: object) => messages : compiled

function compiled(messages: object): object {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      // Cloned, since React hands plain objects alone to a browser.
      typeof message === "string" ? structuredClone(compile(message)) : compiled(message),
    ]),
  )
}
