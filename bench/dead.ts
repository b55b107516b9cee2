/** How long a session that was ended is still let in, by the gate of each library. */
import { setTimeout as after } from "node:timers/promises"
import type { BenchRecord } from "@/bench/record/record"
import { openAddOnApp } from "./add-on-app"
import { authJsGate, authJsRequest } from "./authjs"
import { openAuthJsApp } from "./authjs-app"
import { nextRequest, openBetterAuth, requestsTo } from "./better-auth"
import type { Databases } from "./databases"
import { openPool } from "./pool"
import { type Target, table } from "./report"
import { userIdOf } from "./sessions"
import { storage, storageName } from "./stored"

interface OpenSession {
  readonly isAccepted: () => Promise<boolean>
  readonly end: () => Promise<unknown>
}

interface DeadTeam {
  readonly name: string
  readonly role: "ours" | "peer"
  readonly open: () => Promise<OpenSession>
}

/** As long as Better Auth is told to believe its cookie. Its documentation says five minutes. */
const cacheSeconds = 10

/** Opens a session with each library, ends it, and asks until it is refused. Nobody waits longer than this. */
const longestMs = 2 * cacheSeconds * 1_000

export async function benchDead(urls: Databases, { tell, draw }: BenchRecord): Promise<Target[]> {
  const [ourPool, theirPool] = [openPool(urls.ours), openPool(urls.betterAuth)]
  const authJsApp = openAuthJsApp(urls.authJs)
  const cookieCache = { enabled: true, maxAge: cacheSeconds }
  const teams: DeadTeam[] = [
    ours(ourPool),
    authJs(authJsApp),
    await betterAuth("Better Auth", openBetterAuth(theirPool)),
    await betterAuth(
      `Better Auth, cookie cache of ${cacheSeconds} s`,
      openBetterAuth(theirPool, { session: { cookieCache } }),
    ),
    await betterAuth(
      `Better Auth, ${storageName}`,
      openBetterAuth(theirPool, { secondaryStorage: storage() }),
    ),
  ]
  try {
    const measured = await Promise.all(
      teams.map(async (team) => ({ ...team, ms: await acceptedMs(await team.open()) })),
    )
    const rows = measured.map(({ name, ms }) => [name, (ms / 1_000).toFixed(1)])
    tell(table(["An ended session is let in for", "s"], rows))
    await draw("dead", {
      title: "An ended session is let in for, s",
      bars: measured.map(({ name, ms }) => ({ name, value: ms / 1_000 })),
    })
    return measured
      .filter(({ role }) => role === "ours")
      .map(({ ms }) => ({ what: "ms for which an ended session is let in", measured: ms, most: 0 }))
  } finally {
    await Promise.all([ourPool.end(), theirPool.end(), authJsApp.close()])
  }
}

/** From the end of the session to the last time that it was let in; 0 if it was refused at once. */
async function acceptedMs({ isAccepted, end }: OpenSession): Promise<number> {
  if (!(await isAccepted())) throw new Error("The session was not live before.")
  await end()
  const endedAt = performance.now()
  let acceptedAt = endedAt
  while (acceptedAt - endedAt < longestMs) {
    const askedAt = performance.now()
    if (!(await isAccepted())) break
    acceptedAt = askedAt
    await after(20)
  }
  return acceptedAt - endedAt
}

function ours(pool: ReturnType<typeof openPool>): DeadTeam {
  const { loe, logIn } = openAddOnApp(pool)
  return {
    name: "ours",
    role: "ours",
    async open() {
      const issued = await logIn(userIdOf(1))
      if (!issued.ok) throw new Error(issued.failure)
      const { secret, token } = issued.value
      return {
        isAccepted: async () => (await loe.resume("session", secret, { touch: false })).ok,
        end: () => loe.revoke(token.userId, token.id),
      }
    },
  }
}

/** With sessions in the database, as its adapter ends one. */
function authJs({ adapter, logIn }: ReturnType<typeof openAuthJsApp>): DeadTeam {
  const emailOf = authJsGate(adapter)
  return {
    name: "NextAuth",
    role: "peer",
    async open() {
      const sessionToken = await logIn(userIdOf(1))
      const headers = authJsRequest(sessionToken)
      return {
        isAccepted: async () => Boolean(await emailOf(headers)),
        end: async () => adapter.deleteSession?.(sessionToken),
      }
    },
  }
}

async function betterAuth(
  name: string,
  auth: ReturnType<typeof openBetterAuth>,
): Promise<DeadTeam> {
  const { internalAdapter } = await auth.$context
  const requestOf = await requestsTo(auth)
  return {
    name,
    role: "peer",
    async open() {
      const { token } = await internalAdapter.createSession(userIdOf(1))
      const headers = await nextRequest(auth, requestOf(token))
      return {
        isAccepted: async () => Boolean(await auth.api.getSession({ headers })),
        end: () => internalAdapter.deleteSession(token),
      }
    },
  }
}
