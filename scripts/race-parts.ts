/** The two sides of every race: ways to log in, and acts that end what was born before them. */

import { type Issued, newSecret } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { sessionAdapter } from "@/lib/auth/adapter"
import { type LogInContext, noteProof, runLogIn } from "@/lib/auth/log-in-context"
import type { Connection } from "@/lib/db/client"
import { verificationLinks } from "@/lib/db/verification-links"
import { disableUser } from "@/lib/users/administer-user"
import { changePassword } from "@/lib/users/change-password"
import { logOutInScope } from "@/lib/users/log-out"
import type { Actor } from "@/lib/users/user"
import { verifyCredentials } from "@/lib/users/verify-credentials"
import { actingIn, actorIn, type Person, partsOn } from "./test-people"

export interface LogIn {
  /** The statement that reads the proof, and the epoch with it. */
  readonly reads: RegExp
  /** Gives the person what this way of logging in needs; returns what the browser then brings. */
  readonly prepare: (connection: Connection, person: Person) => Promise<string>
  /** As NextAuth calls our parts, from the proof to the session. Throws where nobody is logged in. */
  readonly run: (connection: Connection, person: Person, brought: string) => Promise<void>
}

/** A log-in's context, which the caller keeps to see the outcome. */
export function newLogIn({ address }: Pick<Person, "address">, method: string): LogInContext {
  return {
    device: { address, userAgent: null },
    previousSecret: null,
    method,
    browserSecrets: [],
    intent: null,
    proofs: new Map(),
    isRemembered: false,
  }
}

export const logIns = {
  password: {
    reads: /^SELECT .*"passwordHash".*u\.email = /s,
    prepare: async (_, { password }) => password,
    async run(connection, { email, address }, password) {
      const { stores, throttle } = partsOn(connection)
      const tried = { email, address, door: { kind: "stranger" } } as const
      const verified = await verifyCredentials({ ...stores, throttle }, tried, password)
      if (!verified.ok) throw new Error(verified.failure)
      noteProof(verified.value)
      await startSession(connection, verified.value.userId)
    },
  },
  OAuth: {
    reads: /FROM "public"\."Account"/,
    async prepare(connection, { id }) {
      const account = { provider: "oidc", providerAccountId: id }
      await partsOn(connection).stores.accounts.link(id, account, "oidc")
      return id
    },
    async run(connection, _, providerAccountId) {
      const account = { provider: "oidc", providerAccountId }
      const user = await adapterOn(connection).getUserByAccount(account)
      if (!user) throw new Error("no account")
      await startSession(connection, user.id)
    },
  },
  mail: {
    reads: /WHERE t\.hash = /,
    async prepare(connection, { email: identifier }) {
      const token = newSecret()
      const expires = new Date(Date.now() + 600_000)
      await adapterOn(connection).createVerificationToken({ identifier, token, expires })
      return token
    },
    async run(connection, { email: identifier }, token) {
      const { useVerificationToken: consume, getUserByEmail } = adapterOn(connection)
      if (!(await consume({ identifier, token }))) throw new Error("dead link")
      const user = await getUserByEmail(identifier)
      if (!user) throw new Error("no account")
      await startSession(connection, user.id)
    },
  },
} satisfies Record<string, LogIn>

export const newPassword = "harbor lantern demo"

export interface Act {
  /** The statement that locks the person, and the one that ends what they hold. */
  readonly stops: readonly [locks: RegExp, ends: RegExp, commits: RegExp]
  readonly run: (
    connection: Connection,
    person: Person,
    session: Issued,
    administrator: Actor,
  ) => Promise<{ ok: boolean }>
}

export const revokes = /^WITH ended AS/
/** With the epoch, into which it carries what goes on. */
export const ends = /SELECT log_out_everywhere\.raise_epoch\(/
export const commits = /^COMMIT/
/** A log-in that makes its session: it locks the owner, and then inserts. */
export const inserts = /^SELECT "userId" FROM log_out_everywhere\.owner WHERE .* FOR NO KEY UPDATE/
const lockedFirst = /^\s*SELECT .*FROM "User" u JOIN .* FOR NO KEY UPDATE/s

export const acts = {
  "password change": {
    stops: [lockedFirst, ends, commits],
    run(connection, person, session) {
      const { stores, throttle, transact } = partsOn(connection)
      const change = {
        session: actingIn(person, session),
        currentPassword: person.password,
        newPassword,
        minimumLength: 12,
        device: "Firefox on Linux",
      }
      const rule = authentication.triggers.password_changed
      return changePassword(stores.users, throttle, transact, change, rule)
    },
  },
  "log out everywhere": {
    stops: [lockedFirst, ends, commits],
    run(connection, person, session) {
      const { purposes } = authentication.logOutEverywhere
      const { transact } = partsOn(connection)
      return logOutInScope(transact, actorIn(person, session), { kind: "everywhere", purposes })
    },
  },
  disabling: {
    stops: [lockedFirst, ends, commits],
    run(connection, person, _, administrator) {
      const rule = authentication.triggers.account_disabled
      return disableUser(partsOn(connection).transact, administrator, person.id, rule)
    },
  },
} satisfies Record<string, Act>

export function adapterOn(connection: Connection, isSignUpOpen = false) {
  const { stores, transact } = partsOn(connection)
  return sessionAdapter({
    stores: () => stores,
    transact,
    links: () => verificationLinks(connection),
    policy: authentication.policy,
    triggers: authentication.triggers,
    isSignUpOpen: () => isSignUpOpen,
  })
}

async function startSession(connection: Connection, userId: string): Promise<void> {
  await adapterOn(connection).createSession({
    sessionToken: newSecret(),
    userId,
    expires: new Date(),
  })
}

/** Runs a log-in and says what came of it: the session, or nothing and why. */
export async function attempt(
  way: keyof typeof logIns,
  connection: Connection,
  person: Person,
  brought: string,
): Promise<LogInContext & { readonly refusal?: string }> {
  const context = newLogIn(person, way)
  try {
    await runLogIn(context, () => logIns[way].run(connection, person, brought))
    return context
  } catch (error) {
    return Object.assign(context, { refusal: context.failure ?? String((error as Error).message) })
  }
}
