/** Fills an empty database with sample people, and with sessions in every state that there is. */
import { randomBytes } from "node:crypto"
import type { ClientBase } from "pg"
import { describe } from "@/lib/db/add-on"
import type { SampleEvent } from "./seed-acts"
import {
  anyLife,
  epochOf,
  eventsOf,
  type Life,
  mistypedPasswords,
  shownLife,
  strangersAttempts,
  tokensOf,
} from "./seed-lives"
import { samplePeople, shownPeople } from "./seed-people"
import { type Random, seededRandom } from "./seed-random"

const PEOPLE_TO_LOG_IN_AS = Object.keys(shownPeople).length
const day = 86_400_000

/** The same people with the same pasts at each run; the ages count back from now. */
export async function seed(client: ClientBase, passwordHash: string, now: Date): Promise<void> {
  const random = seededRandom(20_261_122)
  const people = samplePeople().map((person) => ({ ...person, id: random.uuid() }))
  const adminId = people[0]?.id ?? ""
  const lives = people.map((person, index) => {
    const live = index < PEOPLE_TO_LOG_IN_AS ? shownLife : anyLife
    return live(person, adminId, random, now)
  })
  await insertUsers(client, lives, passwordHash, random, now)
  await insertTokens(client, lives)
  const events = [...lives.flatMap(eventsOf), ...mistypedPasswords(lives, random, now)]
  const attacks = lives.slice(1, 2).flatMap((life) => strangersAttempts(life, random, now))
  await insertEvents(client, [...events, ...attacks], random)
}

async function insertUsers(
  client: ClientBase,
  lives: readonly Life[],
  passwordHash: string,
  random: Random,
  now: Date,
) {
  const rows = lives.map((life) => {
    const createdAt = new Date(+now - random.between(100 * day, 900 * day))
    const { id, email, name, role, disabledAt } = life
    const epoch = epochOf(life)
    return { id, userId: id, email, name, role, disabledAt, epoch, passwordHash, createdAt }
  })
  const json = JSON.stringify(rows)
  await client.query(
    `INSERT INTO "User" ("id", "email", "name", "role", "passwordHash", "emailVerifiedAt", "createdAt")
     SELECT "id", "email", "name", "role", "passwordHash", "createdAt", "createdAt"
     FROM jsonb_populate_recordset(NULL::"User", $1)`,
    [json],
  )
  await client.query(
    `INSERT INTO log_out_everywhere.owner ("userId", epoch, "disabledAt")
     SELECT "userId", epoch, "disabledAt" FROM jsonb_populate_recordset(NULL::log_out_everywhere.owner, $1)`,
    [json],
  )
}

function deviceOf(userAgent: string | null) {
  const { kind: deviceKind, ...program } = describe(userAgent)
  return { deviceKind, ...program }
}

/** Truly random, unlike all else here: no secret is known that has any of these hashes. */
async function insertTokens(client: ClientBase, lives: readonly Life[]) {
  const rows = lives.flatMap(tokensOf).map(({ end, ...token }) => ({
    ...token,
    hash: `\\x${randomBytes(32).toString("hex")}`,
    method: "password",
    provedAt: token.issuedAt,
    ...deviceOf(token.userAgent),
    revokedAt: end?.at ?? null,
    revocationReason: end?.reason ?? null,
    revokedById: end?.by ?? null,
  }))
  await client.query(
    `INSERT INTO log_out_everywhere.token ("id", "hash", "purpose", "userId", "epoch", "realmGeneration", "method",
       "isRemembered", "issuedAt", "provedAt", "lastActiveAt", "idleAt", "expiresAt", "address",
       "userAgent", "deviceKind", browser, system, "name", "revokedAt", "revocationReason", "revokedById")
     SELECT "id", "hash", "purpose", "userId", "epoch", "generation", "method",
       "isRemembered", "issuedAt", "provedAt", "lastActiveAt", "idleAt", "expiresAt", "address",
       "userAgent", "deviceKind", browser, system, "name", "revokedAt", "revocationReason", "revokedById"
     FROM jsonb_populate_recordset(NULL::log_out_everywhere.token, $1) JOIN log_out_everywhere.realm USING ("purpose")`,
    [JSON.stringify(rows)],
  )
}

async function insertEvents(client: ClientBase, events: readonly SampleEvent[], random: Random) {
  const rows = events.map((event) => ({ ...event, id: random.uuid() }))
  await client.query(
    `INSERT INTO "AuditEvent" SELECT * FROM jsonb_populate_recordset(NULL::"AuditEvent", $1)`,
    [JSON.stringify(rows)],
  )
}
