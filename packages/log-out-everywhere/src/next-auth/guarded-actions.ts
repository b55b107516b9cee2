import { cookies, headers } from "next/headers.js"
import type { NextAuthResult } from "next-auth"
import { conclude, cross, demandNoOutage } from "./crossing.ts"
import { dropJourney } from "./linking.ts"
import type { Open, OpenedDoor } from "./opened-door.ts"
import type { Tokens } from "./tokens.ts"

type SignIn = NextAuthResult["signIn"]
type SignOut = NextAuthResult["signOut"]

/**
 * `signIn`. Takes the mark before NextAuth asks for any proof, and hands the browser the session's cookie with the
 * row's own deadline. A store that cannot answer throws its own error.
 */
export function guardedSignIn(signIn: SignIn, open: Open): SignIn {
  return async (...asked) => {
    const requested = await headers()
    const door = await open()
    const crossing = await door.logIn(requested, null)
    try {
      return await cross(crossing, () => signIn(...asked))
    } finally {
      // Also after its redirect, which is thrown.
      demandNoOutage(crossing)
      const jar = await cookies()
      if (crossing.outcome?.kind === "issued") {
        const { secret, token } = crossing.outcome.issued
        const { name, attributes, expires } = door.cookie
        jar.set(name, secret, settable({ ...attributes, expires: expires(token) }))
      }
      await clearFormer(door, requested)
      await dropJourney(door, requested)
    }
  }
}

/** `signOut`. Ends the row first: if that cannot be done the cookie stays, and the error says so. */
export function guardedSignOut(loe: Tokens, signOut: SignOut, open: Open): SignOut {
  return async (...asked) => {
    const requested = await headers()
    const door = await open()
    const crossing = door.read(requested, { touches: false })
    await clearFormer(door, requested)
    return cross(crossing, async () => {
      if (crossing.secret) await loe.logOut(crossing.secret)
      conclude({ kind: "logged_out" })
      return signOut(...asked)
    })
  }
}

async function clearFormer({ former }: OpenedDoor, requested: Headers): Promise<void> {
  const jar = await cookies()
  for (const { name, options } of await former(requested)) jar.set(name, "", settable(options))
}

/** Next takes no option that is there and undefined. */
function settable<Options extends object>(options: Options) {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}
