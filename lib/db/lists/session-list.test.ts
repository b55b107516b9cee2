import { randomUUID } from "node:crypto"
import fc from "fast-check"
import { hashSecret, resume, type Token, tokenPurposes } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { addOn, addPerson, createWorld } from "@/test/world/people"
import type { Page, PageRequest } from "./keyset"
import type { ListedSession } from "./listed-session"
import { sessionsOf } from "./session-list"

const world = await createWorld()
afterAll(world.close)
const { sql, stores } = world

/** Of a person who is in epoch 3, in realms of generation 2. Few instants, so that many share theirs. */
const kept = fc.record({
  purpose: fc.constantFrom<Token["purpose"][]>("session", "session", "session", ...tokenPurposes),
  epoch: fc.constantFrom(3, 3, 3, 2, 0),
  generation: fc.constantFrom(2, 2, 2, 1, 0),
  begun: fc.constantFrom(-60, -30, -30, -1),
  lastActive: fc.constantFrom(-20, -10, -10, 0),
  idle: fc.constantFrom(-5, 5, 10),
  expires: fc.constantFrom(-5, 5, 10),
  isRevoked: fc.constantFrom(false, false, false, true),
})

const live = kept.map((row) => ({
  ...row,
  ...({ purpose: "session", epoch: 3, generation: 2, idle: 5, expires: 5 } as const),
  isRevoked: false,
}))

interface Row {
  readonly secret: string
  readonly purpose: Token["purpose"]
  readonly epoch: number
  readonly generation: number
  readonly begun: number
  readonly lastActive: number
  readonly idle: number
  readonly expires: number
  readonly isRevoked: boolean
}

async function addRows(userId: string, rows: readonly Row[]): Promise<void> {
  await sql(
    `INSERT INTO ${addOn}.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
       "lastActiveAt", "idleAt", "expiresAt", "revokedAt", "revocationReason")
     SELECT decode(r.hash, 'hex'), r.purpose, $1, r.epoch, r.generation, 'password',
       now + r.begun * m, now, now + r."lastActive" * m, now + r.idle * m, now + r.expires * m,
       CASE WHEN r."isRevoked" THEN now END, CASE WHEN r."isRevoked" THEN 'log_out' END
     FROM json_to_recordset($2) r(hash text, purpose text, epoch int, generation int, begun int, "lastActive" int,
         idle int, expires int, "isRevoked" bool),
       (SELECT now() AS now, interval '1 minute' AS m) clock`,
    [
      userId,
      JSON.stringify(
        rows.map((row) => ({ ...row, hash: Buffer.from(hashSecret(row.secret)).toString("hex") })),
      ),
    ],
  )
}

/** A program that logs in often, and out each time: more rows, and later activity, than anybody's devices have. */
const addProgram = (userId: string) =>
  sql(
    `INSERT INTO ${addOn}.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
       "lastActiveAt", "idleAt", "expiresAt", "revokedAt", "revocationReason")
     SELECT sha256(gen_random_uuid()::text::bytea), 'session', $1, 3, 2, 'password', now(), now(),
       now() + interval '1 minute', now() + interval '1 hour', now() + interval '1 hour', now(), 'log_out'
     FROM generate_series(1, 1010)`,
    [userId],
  )

async function aPersonWith(rows: readonly Row[]): Promise<string> {
  const { id } = await addPerson(world)
  await sql(`UPDATE ${addOn}.owner SET epoch = 3 WHERE "userId" = $1`, [id])
  await addProgram(id)
  await addRows(id, rows)
  return id
}

/** What a request that brings one of these secrets is let in with. */
async function acceptedOf(rows: readonly Row[]): Promise<readonly Token[]> {
  const accepted = []
  for (const { secret } of rows) {
    const resumed = await resume(stores.tokens, authentication.policy, "session", secret, {
      touch: false,
    })
    if (resumed.ok) accepted.push(resumed.value.token)
  }
  return accepted
}

/** Follows `next` from the first page to the last, and then `previous` all the way back. */
async function walk(read: (request: PageRequest) => Promise<Page<ListedSession>>, size: number) {
  const pages = [await read({ size })]
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
    pages.push(await read({ size, after: next }))
  }
  for (let at = pages.length - 1; at > 0; at--) {
    const back = await read({ size, before: pages[at]?.previous ?? "" })
    expect(idsOf(back.items)).toEqual(idsOf(pages[at - 1]?.items ?? []))
  }
  expect(pages[0]?.previous).toBe(null)
  return pages.flatMap(({ items }) => items)
}

const idsOf = (items: readonly { readonly token: Pick<Token, "id"> }[]) =>
  items.map(({ token }) => token.id)

const rows = fc
  .array(fc.oneof(kept, live), { maxLength: 14 })
  .map((all): Row[] => all.map((row) => ({ ...row, secret: randomUUID() })))

test("the pages of live sessions hold those that open something, each once, the current one first", async () => {
  await sql(`UPDATE ${addOn}.realm SET generation = 2`)
  const property = fc.asyncProperty(
    rows,
    fc.integer({ min: 1, max: 4 }),
    fc.nat(),
    async (rows, size, chosen) => {
      const userId = await aPersonWith(rows)
      const accepted = await acceptedOf(rows)
      const current = accepted[chosen % (accepted.length || 1)] ?? null
      const { exactLive, live } = sessionsOf(userId, world.connection)

      for (const read of [exactLive, live]) {
        const listed = await walk((request) => read(current, request), size)
        expect(idsOf(listed).toSorted()).toEqual(accepted.map(({ id }) => id).toSorted())
        expect(listed.every(({ status }) => status === "active")).toBe(true)
        if (current) expect(listed[0]?.token.id).toBe(current.id)
      }
      expect((await stores.tokens.countLive(userId)).session ?? 0).toBe(accepted.length)
    },
  )
  await fc.assert(property, { numRuns: 15 })
})

test("the pages of ended sessions hold all the others of the last 90 days, each once, by their end", async () => {
  await sql(`UPDATE ${addOn}.realm SET generation = 2`)
  const property = fc.asyncProperty(rows, async (rows) => {
    const userId = await aPersonWith(rows)
    const live = await acceptedOf(rows)
    await sql(
      `UPDATE ${addOn}.token SET "revokedAt" = now() - interval '91 days', "revocationReason" = 'log_out'
       WHERE id = (SELECT id FROM ${addOn}.token WHERE "userId" = $1
         AND purpose = 'session' AND "revokedAt" IS NOT NULL LIMIT 1)`,
      [userId],
    )
    const { ended } = sessionsOf(userId, world.connection)
    const listed = await walk(ended, 400)
    const [row] = await sql<{ sessions: number }>(
      `SELECT count(*)::int AS sessions FROM ${addOn}.token WHERE "userId" = $1 AND purpose = 'session'`,
      [userId],
    )
    expect(new Set(idsOf(listed)).size).toBe(listed.length)
    expect(listed.length).toBe((row?.sessions ?? 0) - live.length - 1)
    expect(listed.some(({ status }) => status === "active")).toBe(false)
    const ends = listed.map(({ token: { revocation, idleAt, expiresAt } }) =>
      revocation ? +revocation.at : Math.min(+idleAt, +expiresAt),
    )
    expect(ends).toEqual(ends.toSorted((one, other) => other - one))
  })
  await fc.assert(property, { numRuns: 3 })
})

test("a session that is used between two looks is on one of the pages all the same", async () => {
  const secrets = [randomUUID(), randomUUID(), randomUUID()]
  const begun = [-60, -30, -1]
  const always = { purpose: "session", epoch: 3, generation: 2, idle: 10, expires: 10 } as const
  const userId = await aPersonWith(
    secrets.map((secret, index) => ({
      ...always,
      secret,
      begun: begun[index] ?? 0,
      lastActive: begun[index] ?? 0,
      isRevoked: false,
    })),
  )
  const { exactLive } = sessionsOf(userId, world.connection)
  const first = await exactLive(null, { size: 2 })
  await sql(`UPDATE ${addOn}.token SET "lastActiveAt" = now() WHERE hash = $1`, [
    hashSecret(secrets[0] ?? ""),
  ])
  const second = await exactLive(null, { size: 2, after: first.next ?? "" })
  expect([...first.items, ...second.items]).toHaveLength(3)
})

test("another person's session is not found, nor another purpose's", async () => {
  const ann = await addPerson(world)
  const other = await aPersonWith([])
  const [his] = await sql<Token>(`SELECT id FROM ${addOn}.token WHERE "userId" = $1`, [other])
  expect(await sessionsOf(other, world.connection).find(his?.id ?? "")).not.toBe(null)
  expect(await sessionsOf(ann.id, world.connection).find(his?.id ?? "")).toBe(null)
})
