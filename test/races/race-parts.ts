/** The two sides of every race: ways to log in, and acts that end what was born before them. */

import { hashSecret, type Issued, newSecret } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { peopleAdapter } from "@/lib/auth/next-auth/adapter"
import { type Entrance, startSession } from "@/lib/auth/next-auth/start-session"
import type { Connection } from "@/lib/db/client"
import { changePassword } from "@/lib/users/account/change-password"
import { disableUser } from "@/lib/users/admin/administer-user"
import { logOutInScope } from "@/lib/users/log-in/log-out"
import { verifyCredentials } from "@/lib/users/log-in/verify-credentials"
import type { Actor } from "@/lib/users/ports/user"
import { actingIn, actorIn, issueTo, type Person, partsOn } from "@/test/world/people"

export interface LogIn {
  /** The statement that reads the proof, and the epoch with it. */
  readonly reads: RegExp
  /** Gives the person what this way of logging in needs; returns what the browser then brings. */
  readonly prepare: (connection: Connection, person: Person) => Promise<string>
  /** As NextAuth calls our parts: what stood beside the proof. Throws where nobody is let in. */
  readonly prove: (
    connection: Connection,
    person: Person,
    brought: string,
  ) => Promise<NonNullable<Entrance["stood"]>>
}

export const logIns = {
  password: {
    reads: /^SELECT .*"passwordHash".*u\.email = /s,
    prepare: async (_, { password }) => password,
    async prove(connection, { email, address }, password) {
      const tried = { email, address, door: { kind: "stranger" } } as const
      const verified = await verifyCredentials(partsOn(connection), tried, password)
      if (!verified.ok) throw new Error(verified.failure)
      return verified.value
    },
  },
  OAuth: {
    reads: /FROM "public"\."Account"/,
    async prepare(connection, { id }) {
      const account = { provider: "oidc", providerAccountId: id }
      await partsOn(connection).stores.accounts.link(id, account, "oidc")
      return id
    },
    async prove(connection, _, providerAccountId) {
      const account = { provider: "oidc", providerAccountId }
      const user = await adapterOn(connection).getUserByAccount(account)
      if (user?.epoch === undefined || !user.role) throw new Error("no account")
      return { epoch: user.epoch, role: user.role }
    },
  },
  mail: {
    reads: /WHERE t\.hash = /,
    // A disabled person gets no link.
    prepare: (connection, person) =>
      issueTo(partsOn(connection), person, { purpose: "magic_link" }).then(
        ({ secret }) => secret,
        () => newSecret(),
      ),
    async prove(connection, { email }, secret) {
      const used = await partsOn(connection).verificationLinks.consume(email, hashSecret(secret))
      if (!used?.owner) throw new Error("dead link")
      return used.owner
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
      const asked = { currentPassword: person.password, newPassword, endsOthers: true }
      const change = { ...asked, device: "Firefox on Linux" }
      return changePassword(partsOn(connection), actingIn(person, session), change)
    },
  },
  "log out everywhere": {
    stops: [lockedFirst, ends, commits],
    run(connection, person, session) {
      const { purposes } = authentication.logOutEverywhere
      return logOutInScope(partsOn(connection), actorIn(person, session), {
        kind: "everywhere",
        purposes,
      })
    },
  },
  disabling: {
    stops: [lockedFirst, ends, commits],
    run(connection, person, _, administrator) {
      return disableUser(partsOn(connection), administrator, person.id)
    },
  },
} satisfies Record<string, Act>

export function adapterOn(connection: Connection, isSignUpOpen = false) {
  return peopleAdapter({ ...partsOn(connection), isSignUpOpen: () => isSignUpOpen })
}

/** A log-in of this person that begins now: the mark is taken before any proof. */
export async function newEntrance(
  connection: Connection,
  { id: userId, address }: Pick<Person, "id" | "address">,
  change: Partial<Entrance> = {},
): Promise<Entrance> {
  return {
    userId,
    method: "password",
    mark: await partsOn(connection).stores.tokens.mark(),
    device: { address, userAgent: null },
    replaces: null,
    stood: null,
    browserSecrets: [],
    isReturning: false,
    ...change,
  }
}

export type StartParts = Parameters<typeof startSession>[0]

/** Begins the session of a log-in, as the app does but for the mail about a new browser. */
export function startOn(
  connection: Connection,
  entrance: Entrance,
  change: Partial<StartParts> = {},
) {
  const onNewBrowser = async () => {}
  return startSession({ ...partsOn(connection), onNewBrowser, ...change }, entrance)
}

export interface Attempted {
  readonly stood?: Entrance["stood"]
  readonly issued?: Issued
  readonly refusal?: string
}

/** Runs a log-in and says what came of it: the session, or nothing and why. */
export async function attempt(
  way: keyof typeof logIns,
  connection: Connection,
  person: Person,
  brought: string,
): Promise<Attempted> {
  try {
    const entrance = await newEntrance(connection, person, { method: way })
    const stood = await logIns[way].prove(connection, person, brought)
    const started = await startOn(connection, { ...entrance, stood })
    return started.ok ? { ...started.value, stood } : { refusal: started.failure }
  } catch (error) {
    return { refusal: String((error as Error).message) }
  }
}
