import type { NextAuthConfig } from "next-auth"
import { decode, type JWTDecodeParams, type JWTOptions } from "next-auth/jwt"
import { type CookieOptions, cookiesOf } from "./request-cookies.ts"
import { secretOf } from "./sealing-secret.ts"

/** The names under which NextAuth kept JWTs, if an app named its cookie nothing else. */
const usualNames = ["__Secure-authjs.session-token", "authjs.session-token"]

/** A cookie that is to go. */
export interface FormerCookie {
  readonly name: string
  readonly options: CookieOptions
}

/**
 * The cookies of a JWT session of before, each piece of a long one. They authenticate nothing any more, but would
 * again if the add-on were taken out.
 *
 * Only what this app's secret opens: on `localhost` the cookies of other apps are sent too.
 */
export async function formerCookies(
  headers: Headers,
  config: Pick<NextAuthConfig, "cookies" | "jwt" | "secret">,
): Promise<readonly FormerCookie[]> {
  const { cookies, jwt } = config
  const secret = secretOf(config)
  const own = cookies?.sessionToken?.name
  const names = own ? [own, ...usualNames] : usualNames
  const found = await Promise.all(
    names.map(async (name) => {
      const pieces = piecesOf(headers, name)
      const token = pieces.map(({ value }) => value).join("")
      if (token === "" || !secret) return []
      const isOpened = await opens({ token, secret, salt: name }, jwt?.decode)
      return isOpened ? pieces.map((piece) => ({ name: piece.name, options: optionsOf(name) })) : []
    }),
  )
  return found.flat()

  function optionsOf(name: string): CookieOptions {
    const given = cookies?.sessionToken?.options as CookieOptions | undefined
    const usual = { httpOnly: true, sameSite: "lax", path: "/", secure: /^__/.test(name) } as const
    return { ...usual, ...given, expires: undefined, maxAge: 0 }
  }
}

async function opens(sealed: JWTDecodeParams, open: JWTOptions["decode"] = decode) {
  try {
    return (await open(sealed)) !== null
  } catch {
    return false
  }
}

/** NextAuth cuts a long one up: `name.0`, `name.1` and so on. */
function piecesOf(headers: Headers, name: string) {
  return cookiesOf(headers)
    .filter(([each]) => each === name || (each.startsWith(`${name}.`) && /\.\d+$/.test(each)))
    .map(([each, value]) => ({ name: each, value, place: Number(each.slice(name.length + 1)) }))
    .sort((a, b) => a.place - b.place)
}
