import { cookies, headers } from "next/headers.js"
import type { NextRequest } from "next/server.js"
import { AuthError, type NextAuthResult } from "next-auth"
import { decode, encode } from "next-auth/jwt"
import { clearCookieLine, readCookie } from "./cookies/request-cookies.ts"
import { cross } from "./crossing.ts"
import type { Link } from "./door.ts"
import type { Open, OpenedDoor } from "./opened-door.ts"
import type { Tokens } from "./tokens.ts"

/** How long a journey to the provider may take, in seconds. */
const maxJourneyS = 15 * 60

/** Forgets a journey from which nobody came back: a log-in links nothing. */
export async function dropJourney(door: OpenedDoor, requested: Headers): Promise<void> {
  if (!hasJourney(door, requested)) return
  ;(await cookies()).set(nameOf(door), "", { ...door.cookie.attributes, maxAge: 0 })
}

/** Not a name that starts with the session cookie's. */
const nameOf = ({ cookie: { name } }: OpenedDoor) => name.replace(/^(?:__\w+-)?/, "$&link-of-")

/**
 * `link`: linking by a log-in would let the next person at a browser add a way in to somebody's account. So it
 * is a separate act, bound to the session and its epoch: what ends the one, ends the journey.
 */
export function linkBy(loe: Tokens, signIn: NextAuthResult["signIn"], open: Open): Link {
  return async (provider, options = {}, authorizationParams) => {
    const requested = await headers()
    const door = await open()
    const crossing = door.read(requested, { touches: true })
    const resumed = await loe.resume("session", crossing.secret ?? "", { touch: true })
    if (!resumed.ok) throw new AuthError("Only a person who is logged in links a provider.")

    const { id: tokenId, epoch } = resumed.value.token
    const name = nameOf(door)
    const value = await encode({
      token: { provider, tokenId, epoch },
      secret: door.sealedBy,
      salt: name,
      maxAge: maxJourneyS,
    })
    const jar = await cookies()
    jar.set(name, value, { ...door.cookie.attributes, maxAge: maxJourneyS })
    return cross(crossing, () => signIn(provider, options, authorizationParams) as Promise<never>)
  }
}

/** Whether a request comes back from a journey of `link`, and if so, whether the session that it began with lives. */
export type Journey = "none" | "live" | "ended"

export async function journeyOf(
  loe: Tokens,
  door: OpenedDoor,
  request: NextRequest,
  provider: string,
): Promise<Journey> {
  const name = nameOf(door)
  const sealed = readCookie(request.headers, name)
  if (!sealed) return "none"
  const journey = await decode({ token: sealed, secret: door.sealedBy, salt: name }).catch(
    () => null,
  )
  if (journey?.provider !== provider) return "none"
  const session = readCookie(request.headers, door.cookie.name) ?? ""
  const resumed = await loe.resume("session", session, { touch: false })
  if (!resumed.ok) return "ended"
  const { id, epoch } = resumed.value.token
  return journey.tokenId === id && journey.epoch === epoch ? "live" : "ended"
}

export const hasJourney = (door: OpenedDoor, headers: Headers): boolean =>
  readCookie(headers, nameOf(door)) !== null

/** Ends the journey: one callback is all that it is good for. */
export function endOfJourney(door: OpenedDoor): string {
  return clearCookieLine(nameOf(door), door.cookie.attributes)
}
