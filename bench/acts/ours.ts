import type { Issued } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { openAddOnApp } from "@/bench/add-on-app"
import { userAgent } from "@/bench/sessions"
import { connect, disconnect } from "@/lib/db/client"
import { changePassword } from "@/lib/users/account/change-password"
import { logOutInScope } from "@/lib/users/log-in/log-out"
import { otherDevices } from "@/lib/users/ports/scopes"
import { actingIn, actorIn, issueTo, type Person, partsOn } from "@/test/world/people"
import { withRule } from "@/test/world/rules"
import { type ActingPerson, type ActTeam, newPassword, oldPassword } from "./contender"

type Acts = (person: Person, session: Issued) => ActingPerson["acts"]

/** The add-on's acts, as an app calls them, and the acts of the app, with all that it writes down and mails. */
export function ourActs(url: string): readonly ActTeam[] {
  const connection = connect(url)
  const { pool } = connection
  const parts = partsOn(connection)
  const { stores } = parts
  const { loe, addPerson, isRight, setPassword } = openAddOnApp(pool)
  const purposes = otherDevices("").purposes

  async function prepare(sessions: number, actsOf: Acts): Promise<ActingPerson> {
    const { id, email } = await addPerson()
    const person = { id, email, password: oldPassword, address: "2001:db8::1" }
    await pool.query(
      `INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method,
         "issuedAt", "provedAt", "lastActiveAt", "idleAt", "expiresAt", address, "userAgent", "deviceKind")
       SELECT sha256(gen_random_uuid()::text::bytea), 'session', $1, 0, 0, 'password', now(), now(), now(),
         now() + interval '14 days', now() + interval '30 days', '198.51.100.7', $3, 'desktop'
       FROM generate_series(2, $2::int)`,
      [id, sessions, userAgent],
    )
    const session = await issueTo({ stores }, person)
    return {
      acts: actsOf(person, session),
      countLive: async () => (await stores.tokens.countLive(id)).session ?? 0,
      remove: () => stores.users.remove(id),
    }
  }

  const byAddOn: Acts = ({ id }, { token }) => ({
    "log out everywhere": () => loe.logOutEverywhere(id),
    "log out the other devices": () => loe.logOutOthers(id, token.id),
    async "change the password"() {
      if (!(await isRight(id))) throw new Error("wrong password")
      await setPassword(id, "password_changed", token.id)
    },
  })

  const byApp: Acts = (person, session) => {
    const actor = actorIn(person, session)
    const all = { kind: "everywhere", purposes: authentication.logOutEverywhere.purposes } as const
    const acting = actingIn(person, session)
    const device = "Firefox on Linux"
    const change = { currentPassword: oldPassword, newPassword, endsOthers: true, device }
    const rule = { scope: "others", purposes } as const
    return {
      "log out everywhere": () => logOutInScope(parts, actor, all),
      "log out the other devices": () =>
        logOutInScope(parts, actor, otherDevices(session.token.id)),
      "change the password": () =>
        changePassword(withRule(parts, "password_changed", rule), acting, change),
    }
  }

  return [
    {
      name: "ours, the add-on",
      role: "ours",
      prepare: (sessions) => prepare(sessions, byAddOn),
      close: async () => {},
    },
    {
      name: "ours, the app with audit and mail",
      role: "other",
      prepare: (sessions) => prepare(sessions, byApp),
      close: () => disconnect(connection),
    },
  ]
}
