/** What must hold of a person after a crash, whenever it came. */

import { verifyPassword } from "@/lib/users/log-in/password"
import type { HttpClient } from "@/test/http/http-client"
import type { Person, World } from "@/test/world/people"

/** What the app had said was done, and the devices that it thereby logged out. */
export type Acknowledgement = { readonly ended: readonly HttpClient[] } & (
  | { readonly act: "change"; readonly changes: number }
  | { readonly act: "revoke"; readonly tokenId: string }
  | { readonly act: "others" }
)

/** The password after so many changes. The one before the first is everybody's. */
export const passwordAfter = (changes: number) => `lantern harbor demo ${changes}`

export interface Checked {
  readonly acknowledged: number
  /** Committed, and killed before it could say so. */
  readonly unacknowledged: number
  readonly broken: readonly string[]
}

interface Facts {
  readonly passwordHash: string
  readonly epoch: number
  /** What the audit log tells of. */
  readonly changes: number
  readonly revocations: number
  readonly others: number
  readonly endedWithOthers: number
  /** What became of the sessions. */
  readonly endedByChange: number
  readonly endedByUser: string[]
  readonly endedByOthers: number
}

/** Each change of the burst ends one other session; each "log out other devices" two. */
export async function checkPromises(
  world: World,
  person: Person,
  told: readonly Acknowledgement[],
): Promise<Checked> {
  const facts = await factsOf(world, person)
  const changesTold = told.filter(({ act }) => act === "change").length
  const othersTold = told.filter(({ act }) => act === "others").length
  const revokedTold = told.flatMap((each) => (each.act === "revoke" ? [each.tokenId] : []))

  const laws: [string, boolean][] = [
    [
      `the hash is that of change ${facts.changes}, as the log says`,
      await verifyPassword(facts.passwordHash, passwordAfter(facts.changes)),
    ],
    ["each change ended its session", facts.endedByChange === facts.changes],
    ["the epoch rose with each act that raises it", facts.epoch === facts.changes + facts.others],
    ["each revocation is in the log", facts.endedByUser.length === facts.revocations],
    ["what ended with the others is in the log", facts.endedByOthers === facts.endedWithOthers],
    ["each log-out of the others ended two", facts.endedByOthers === 2 * facts.others],
    ["no acknowledged change is lost", facts.changes >= changesTold],
    ["no acknowledged log-out of the others is lost", facts.others >= othersTold],
    [
      "no acknowledged revocation is lost",
      revokedTold.every((id) => facts.endedByUser.includes(id)),
    ],
  ]

  const committed = facts.changes + facts.revocations + facts.others
  return {
    acknowledged: told.length,
    unacknowledged: committed - told.length,
    broken: laws.filter(([, holds]) => !holds).map(([law]) => `Not so for ${person.id}: ${law}.`),
  }
}

export async function factsOf({ sql }: World, { id }: Person): Promise<Facts> {
  const [facts] = await sql<Facts>(
    `SELECT u."passwordHash", o.epoch,
       (SELECT count(*)::int FROM "AuditEvent" WHERE "targetId" = u.id AND action = 'change_password') AS changes,
       (SELECT count(*)::int FROM "AuditEvent" WHERE "targetId" = u.id AND action = 'revoke_session') AS revocations,
       (SELECT count(*)::int FROM "AuditEvent" WHERE "targetId" = u.id AND action = 'log_out_others') AS others,
       (SELECT coalesce(sum(count), 0)::int FROM "AuditEvent"
         WHERE "targetId" = u.id AND action = 'log_out_others') AS "endedWithOthers",
       (SELECT count(*)::int FROM log_out_everywhere.token_status WHERE "userId" = u.id AND "revocationReason" = 'password_change') AS "endedByChange",
       (SELECT count(*)::int FROM log_out_everywhere.token_status WHERE "userId" = u.id AND "revocationReason" = 'log_out_others') AS "endedByOthers",
       ARRAY(SELECT id::text FROM log_out_everywhere.token_status WHERE "userId" = u.id AND "revocationReason" = 'revoked_by_user') AS "endedByUser"
     FROM "User" u JOIN log_out_everywhere.owner o ON o."userId" = u.id WHERE u.id = $1`,
    [id],
  )
  if (!facts) throw new Error(`The person ${id} is gone.`)
  return facts
}
