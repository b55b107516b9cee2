import { createHash } from "node:crypto"
import { z } from "zod"
import { normalisedEmail } from "@/lib/users/user"
import { seal, unseal } from "./sealed-cookie"
import { cookieOptions } from "./session-cookie"

/**
 * Remembers who has logged in from this browser, so that a stranger's failures are not counted
 * against them here (ASVS 6.1.1). It opens nothing.
 */
export const knownDeviceCookieName = "__Host-loe-device"

const maxAgeS = 365 * 24 * 60 * 60
const mostPeople = 5
const Known = z.object({ people: z.array(z.string()).max(mostPeople) })

export async function knownPeople(cookie: string | undefined): Promise<readonly string[]> {
  return Known.safeParse(await unseal(knownDeviceCookieName, cookie)).data?.people ?? []
}

export const personKey = (email: string) =>
  createHash("sha256").update(normalisedEmail(email)).digest("base64url")

/** The cookie after one more log-in. */
export async function knownDeviceCookie(known: readonly string[], email: string) {
  const person = personKey(email)
  const people = [person, ...known.filter((other) => other !== person)].slice(0, mostPeople)
  const value = await seal(knownDeviceCookieName, { people }, maxAgeS)
  return { name: knownDeviceCookieName, value, options: { ...cookieOptions, maxAge: maxAgeS } }
}
