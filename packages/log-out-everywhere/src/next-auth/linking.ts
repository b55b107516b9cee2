import { cookies, headers } from "next/headers.js"
import type { NextRequest } from "next/server.js"
import { AuthError, type NextAuthConfig, type NextAuthResult } from "next-auth"
import { decode, encode } from "next-auth/jwt"
import { cross } from "./crossing.ts"
import type { Tokens } from "./door.ts"
import type { OpenedDoor } from "./opened-door.ts"
import { readCookie, setCookieLine } from "./session-cookie.ts"

/** Sends a person who is logged in to a provider, and links the account that they come back with to them. */
export type Link = (
  provider: string,
  options?: { readonly redirectTo?: string },
  authorizationParams?: Parameters<NextAuthResult["signIn"]>[2],
) => Promise<never>

/** How long a journey to the provider may take, in seconds. */
const longestJourneyS = 15 * 60

/** Not a name that starts with the session cookie's. */
const nameOf = ({ cookie: { name } }: OpenedDoor) => name.replace("loe.session", "loe.link")

/**
 * `link`: linking by a log-in would let whoever uses a browser after somebody add a way in to their account. So
 * it is an act of its own, bound to the session and its epoch: what ends the one, ends the journey.
 */
export function linkBy(
  loe: Tokens,
  signIn: NextAuthResult["signIn"],
  open: (request: undefined) => Promise<OpenedDoor>,
  secretOf: () => NextAuthConfig["secret"],
): Link {
  return async (provider, options = {}, authorizationParams) => {
    const requested = await headers()
    const door = await open(undefined)
    const crossing = door.read(requested, { touches: true })
    const resumed = await loe.resume("session", crossing.secret ?? "", { touch: true })
    if (!resumed.ok) throw new AuthError("Only a person who is logged in links a provider.")

    const { id: tokenId, epoch } = resumed.value.token
    const name = nameOf(door)
    const value = await encode({
      token: { provider, tokenId, epoch },
      secret: secretOf() ?? "",
      salt: name,
      maxAge: longestJourneyS,
    })
    const { secure = false, path = "/" } = door.cookie.options
    const kept = { httpOnly: true, sameSite: "lax", secure, path, maxAge: longestJourneyS } as const
    ;(await cookies()).set(name, value, kept)
    return cross(crossing, () => signIn(provider, options, authorizationParams) as Promise<never>)
  }
}

/** Whether the request comes back from a journey of `link`, with the session that it began with. */
export async function isLinking(
  loe: Tokens,
  door: OpenedDoor,
  request: NextRequest,
  provider: string,
  secret: NextAuthConfig["secret"],
): Promise<boolean> {
  const name = nameOf(door)
  const sealed = readCookie(request.headers, name)
  if (!sealed || !secret) return false
  const journey = await decode({ token: sealed, secret, salt: name }).catch(() => null)
  if (journey?.provider !== provider) return false
  const session = readCookie(request.headers, door.cookie.name) ?? ""
  const resumed = await loe.resume("session", session, { touch: false })
  if (!resumed.ok) return false
  const { id, epoch } = resumed.value.token
  return journey.tokenId === id && journey.epoch === epoch
}

/** Ends the journey: one callback is all that it is good for. */
export function endOfJourney(door: OpenedDoor): string {
  return setCookieLine(nameOf(door), "", { ...door.cookie.options, maxAge: 0 })
}
