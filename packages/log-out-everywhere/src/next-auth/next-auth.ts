import type { NextRequest } from "next/server.js"
import InnerNextAuth, { type NextAuthResult, type Session } from "next-auth"
import type { LogOutEverywhere } from "../acts/log-out-everywhere.ts"
import type { Token } from "../core/token.ts"
import type { DoorConfig, Link } from "./door.ts"
import { fittedConfig } from "./fitted-config.ts"
import { guardedSignIn, guardedSignOut } from "./guarded-actions.ts"
import { guardedAuth, readHere, sessionHere } from "./guarded-auth.ts"
import { guardedHandler } from "./guarded-handlers.ts"
import { linkBy } from "./linking.ts"
import { openedDoor } from "./opened-door.ts"
import type { Tokens } from "./tokens.ts"

/** What NextAuth returns, with what its own way of linking accounts is replaced by. */
export interface DoorResult extends NextAuthResult {
  /**
   * Sends a person who is logged in to an OAuth provider, and links the account with which they come back to
   * them. A `signIn` never links: it logs in. Throws `AuthError` if nobody is logged in.
   */
  readonly link: Link
  /** The session of this request as its row says, untouched; null if nobody is logged in. An outage throws. */
  readonly currentSession: () => Promise<Token | null>
}

type Given = DoorConfig | ((request: NextRequest | undefined) => DoorConfig | Promise<DoorConfig>)

/**
 * NextAuth with sessions that are rows of `loe`, and that end when it says so.
 *
 * It wraps what NextAuth returns: `handlers` and `signIn` take a mark before any proof is read, so that no log-in
 * with what held before outlives a change, whatever `authorize` does; `auth` touches in pages and actions; and
 * only a log-in and a log-out write the session cookie.
 *
 * Throws one error that lists every problem of the configuration: at once, or with the first request if it is a
 * function.
 */
export function NextAuth(loe: LogOutEverywhere, config: Given): DoorResult {
  const tokens: Tokens = loe
  const inner = InnerNextAuth(
    typeof config === "function"
      ? async (request) => fittedConfig(tokens, await config(request))
      : fittedConfig(tokens, config),
  )
  const configOf = async (request: unknown): Promise<DoorConfig> =>
    typeof config === "function" ? config(request as NextRequest | undefined) : config
  const openOn = async (request: unknown) => openedDoor(tokens, await configOf(request))

  return {
    handlers: {
      GET: guardedHandler(tokens, inner.handlers.GET, openOn),
      POST: guardedHandler(tokens, inner.handlers.POST, openOn),
    },
    auth: guardedAuth(inner.auth, openOn),
    signIn: guardedSignIn(inner.signIn, openOn),
    signOut: guardedSignOut(tokens, inner.signOut, openOn),
    unstable_update: async (data) => (await readHere(inner.auth, openOn, data)) as Session | null,
    link: linkBy(tokens, inner.signIn, openOn),
    currentSession: () => sessionHere(tokens, openOn),
  }
}
