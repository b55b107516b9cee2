import { AsyncLocalStorage } from "node:async_hooks"
import { randomUUID } from "node:crypto"
import { hashPassword, verifyPassword } from "better-auth/crypto"
import { newPassword, oldPassword } from "@/bench/acts/contender"
import { addPerson, openBetterAuth, requestsTo } from "@/bench/better-auth"
import { openPool } from "@/bench/pool"
import type { RaceTeam, RacingPerson } from "./contender"

/** What a log-in that is under way does once its password was found right. */
const proofs = new AsyncLocalStorage<() => Promise<void>>()

/** Better Auth's own log-in, password change and reset, as documented, with its own hashes. */
export async function betterAuthRaces(url: string): Promise<readonly RaceTeam[]> {
  const pool = openPool(url)
  const auth = openBetterAuth(pool, {
    // A log-in that came too late is no news.
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      revokeSessionsOnPasswordReset: true,
      password: {
        hash: hashPassword,
        async verify(asked) {
          const isRight = await verifyPassword(asked)
          const proved = proofs.getStore()
          // Outside, for a change verifies a password too.
          if (isRight && proved) await proofs.exit(proved)
          return isRight
        },
      },
    },
  })
  const { internalAdapter } = await auth.$context
  const requestOf = await requestsTo(auth)

  async function prepare(changeOf: (id: string) => Promise<() => Promise<unknown>>) {
    const { id, email } = await addPerson(pool, await hashed)
    const body = { email, password: oldPassword }
    return {
      logIn: (proved) =>
        proofs.run(proved, () =>
          auth.api.signInEmail({ body }).then(
            ({ token }) => token,
            () => null,
          ),
        ),
      change: await changeOf(id),
      isAlive: async (secret) => Boolean(await internalAdapter.findSession(secret)),
      remove: () => pool.query(`DELETE FROM "user" WHERE id = $1`, [id]),
    } satisfies RacingPerson
  }

  const close = () => (pool.ended ? Promise.resolve() : pool.end())
  return [
    {
      name: "Better Auth: change",
      role: "peer",
      prepare: () =>
        prepare(async (id) => {
          const { token } = await internalAdapter.createSession(id)
          const headers = requestOf(token)
          const body = { currentPassword: oldPassword, newPassword, revokeOtherSessions: true }
          return () => auth.api.changePassword({ headers, body })
        }),
      close,
    },
    {
      name: "Better Auth: reset",
      role: "peer",
      prepare: () =>
        prepare(async (id) => {
          const token = randomUUID()
          const expiresAt = new Date(Date.now() + 60 * 60_000)
          const identifier = `reset-password:${token}`
          await internalAdapter.createVerificationValue({ identifier, value: id, expiresAt })
          return () => auth.api.resetPassword({ body: { token, newPassword } })
        }),
      close,
    },
  ]
}

const hashed = hashPassword(oldPassword)
