import { createHash, randomUUID } from "node:crypto"
import { z } from "zod"
import { parseEmail } from "@/lib/names/email"
import type { Door } from "@/lib/users/throttle"
import type { KnownPerson } from "./log-in-context"
import { seal, unseal } from "./sealed-cookie"
import { cookieOptions } from "./session-cookie"

/**
 * Remembers who has logged in from this browser, so that a stranger's failures are not counted
 * against them here (ASVS 6.1.1). It opens nothing.
 */
export const knownDeviceCookieName = "__Host-loe-device"

const maxAgeS = 365 * 24 * 60 * 60
const mostPeople = 5
const Known = z.object({
  people: z.array(z.object({ person: z.string(), browser: z.string() })).max(mostPeople),
})

export async function knownPeople(cookie: string | undefined): Promise<readonly KnownPerson[]> {
  return Known.safeParse(await unseal(knownDeviceCookieName, cookie)).data?.people ?? []
}

export const isKnown = (known: readonly KnownPerson[], email: string): boolean =>
  known.some(({ person }) => person === personKey(email))

/** Where failures of this browser for this person are counted. */
export function doorOf(known: readonly KnownPerson[], email: string): Door {
  const found = known.find(({ person }) => person === personKey(email))
  return found ? { kind: "browser", id: found.browser } : { kind: "stranger" }
}

const personKey = (email: string) =>
  createHash("sha256")
    .update(parseEmail(email) ?? email)
    .digest("base64url")

/** The cookie after one more log-in. Each log-in counts anew, whoever has a copy of the cookie before. */
export async function knownDeviceCookie(known: readonly KnownPerson[], email: string) {
  const logged = { person: personKey(email), browser: randomUUID() }
  const others = known.filter(({ person }) => person !== logged.person)
  const people = [logged, ...others].slice(0, mostPeople)
  const value = await seal(knownDeviceCookieName, { people }, maxAgeS)
  return { name: knownDeviceCookieName, value, options: { ...cookieOptions, maxAge: maxAgeS } }
}
