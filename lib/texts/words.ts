import { createTranslator } from "use-intl/core"
import { messagesOf } from "./catalogue"
import { english } from "./en"
import { currentLanguage } from "./language"
import type { Messages, Room } from "./translation"

/** `t("submit")`, `t("ended", { count: 3 })`: the words of one room. */
export type Words<Of extends Room> = ReturnType<typeof createTranslator<Messages, Of>>

/**
 * The words of a room in the language of the request, wherever it is answered: pages, actions, the API, the
 * door, letters. A client component asks `useTranslations` of use-intl, and its page sends it the room.
 */
export function words<Of extends Room>(room: Of): Words<Of> {
  const language = currentLanguage()
  const key = `${language} ${room}`
  const known = translators.get(key) as Words<Of> | undefined
  if (known) return known
  const made = createTranslator({
    locale: language,
    messages: { [room]: messagesOf(language, room) } as unknown as Messages,
    namespace: room,
    timeZone: "UTC",
    onError: fail,
  }) as Words<Of>
  translators.set(key, made)
  return made
}

type Group<Of extends Room> = {
  [Name in keyof Messages[Of]]: Messages[Of][Name] extends string ? never : Name & string
}[keyof Messages[Of]]

/** Every text of a record in a room: for a list of them, or for a word that another version may have stored. */
export function group<Of extends Room, Name extends Group<Of>>(
  room: Of,
  name: Name,
): Readonly<Record<keyof Messages[Of][Name] & string, string>> {
  const t = words(room) as unknown as (key: string) => string
  const keys = Object.keys(english[room][name] as object)
  return Object.assign(
    Object.create(null),
    Object.fromEntries(keys.map((key) => [key, t(`${name}.${key}`)])),
  )
}

/** Rooms as a browser gets them. */
export const roomsForBrowser = (rooms: readonly Room[]): Partial<Messages> =>
  // A copy, since React sends no object without a prototype, as the compiler makes of a plural.
  structuredClone(
    Object.fromEntries(rooms.map((room) => [room, messagesOf(currentLanguage(), room)])),
  )

/** The types leave no way here but a cast; the library would show the key. */
function fail(error: Error): never {
  throw error
}

const translators = new Map<string, unknown>()
