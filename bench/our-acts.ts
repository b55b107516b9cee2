import { randomUUID } from "node:crypto"
import { authentication } from "@/authentication"
import { connect, disconnect } from "@/lib/db/client"
import { changePassword } from "@/lib/users/change-password"
import { logOutInScope } from "@/lib/users/log-out"
import { hashPassword } from "@/lib/users/password"
import { otherDevices } from "@/lib/users/scopes"
import { actingIn, actorIn, issueTo, partsOn } from "@/scripts/test-people"
import { type ActTeam, newPassword, oldPassword } from "./act-contender"
import { userAgent } from "./sessions"

/** The app's own acts, with all that they write down and mail. */
export function ourActs(url: string): ActTeam {
  const connection = connect(url)
  const { pool } = connection
  const { stores, throttle, transact } = partsOn(connection)
  return {
    name: "ours",
    role: "ours",
    async prepare(sessions) {
      const id = randomUUID()
      const person = {
        id,
        email: `${id}@example.com`,
        password: oldPassword,
        address: "2001:db8::1",
      }
      await pool.query(`INSERT INTO "User" (id, email, "passwordHash") VALUES ($1, $2, $3)`, [
        id,
        person.email,
        await hashed,
      ])
      await pool.query(`INSERT INTO log_out_everywhere.owner ("userId") VALUES ($1)`, [id])
      await pool.query(
        `INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method,
           "issuedAt", "provedAt", "lastActiveAt", "idleAt", "expiresAt", address, "userAgent", "deviceKind")
         SELECT sha256(gen_random_uuid()::text::bytea), 'session', $1, 0, 0, 'password', now(), now(), now(),
           now() + interval '14 days', now() + interval '30 days', '198.51.100.7', $3, 'desktop'
         FROM generate_series(2, $2::int)`,
        [id, sessions, userAgent],
      )
      const session = await issueTo({ stores }, person)
      const { purposes } = authentication.logOutEverywhere
      const actor = actorIn(person, session)
      const change = {
        session: actingIn(person, session),
        currentPassword: oldPassword,
        newPassword,
        minimumLength: 12,
        device: "Firefox on Linux",
      }
      const rule = { scope: "others", purposes: otherDevices("").purposes } as const
      return {
        acts: {
          "log out everywhere": () =>
            logOutInScope(transact, actor, { kind: "everywhere", purposes }),
          "log out the other devices": () =>
            logOutInScope(transact, actor, otherDevices(session.token.id)),
          "change the password": () =>
            changePassword(stores.users, throttle, transact, change, rule),
        },
        countLive: async () => (await stores.tokens.countLive(id)).session ?? 0,
        remove: () => stores.users.remove(id),
      }
    },
    close: () => disconnect(connection),
  }
}

const hashed = hashPassword(oldPassword)
