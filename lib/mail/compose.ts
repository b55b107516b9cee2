import { isolated } from "@/lib/names/isolated"
import { cutLine, lengthOf } from "@/lib/names/line"
import { shownEmail } from "@/lib/names/shown-email"
import { near, withPlace } from "@/lib/places/near"
import { places } from "@/lib/places/places"
import { words } from "@/lib/texts/words"
import type { Mail, MailKind } from "@/lib/users/ports/outbox"
import type { Compose, Letter } from "./letter"
import { letters } from "./letters"

/**
 * The letter that this mail is, for the app at this address.
 *
 * Some facts are what people wrote. Each stays on one short line, so that none can pose as another
 * part of the mail.
 */
export function compose<Kind extends MailKind>(mail: Mail<Kind>, app: URL): Letter {
  const given = Object.entries(mail.facts)
  const facts = given.map(([name, fact]) => [name, inWords(name, fact)])
  const write: Compose<Kind> = letters[mail.kind]
  const shown = { ...mail, to: shownEmail(mail.to), facts: Object.fromEntries(facts) }
  const letter = write(shown, app, words("mail"))
  const hasPlace = given.some(([name, fact]) => name === "address" && near(fact) !== null)
  return hasPlace ? { ...letter, closing: [...(letter.closing ?? []), ...creditLine()] } : letter
}

/** What the licence of the places asks for, wherever one is shown. */
function creditLine(): readonly string[] {
  const { text = "", href = null } = places().credit ?? {}
  const isTold = href === null || text.includes(href)
  return text === "" ? [] : [isTold ? text : words("place")("credit", { text, address: href })]
}

/** An address in the script that it is written in, anything else on one short line, and nothing that turns the mail about. */
function inWords(name: string, fact: string): string {
  if (/Email$/.test(name)) return shownEmail(fact)
  const line = cutLine(fact, maxFactLength)
  const short = isolated(lengthOf(line) < maxFactLength ? line : `${line}…`)
  return name === "address" ? withPlace(short) : short
}

const maxFactLength = 300
