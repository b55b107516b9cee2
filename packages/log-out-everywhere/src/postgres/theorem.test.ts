import { readFileSync } from "node:fs"
import type pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createAdopter } from "@/scripts/adopter"
import { ordersOf } from "@/scripts/orders"
import { hashSecret, newSecret } from "../core/secret.ts"
import type { ActingTokenStore, NewToken } from "../core/store.ts"
import { pgQuery } from "./from-pg.ts"
import { storeFor } from "./postgres.ts"
import { watching } from "./watch.ts"

const adopter = await createAdopter("text")
const { sql, pool, addUser, users } = adopter
const storeOn = storeFor({ users })
const [logInClient, changeClient] = [await pool.connect(), await pool.connect()]
afterAll(async () => {
  logInClient.release()
  changeClient.release()
  await adopter.close()
})

/** What lets a person in, and what of it a change takes away. Each is in a column or a row of the app's own. */
const proofs = {
  password: {
    give: (id: string) => sql(`UPDATE "User" SET hash = 'old' WHERE id = $1`, [id]),
    read: `SELECT FROM "User" WHERE id = $1 AND hash = 'old'`,
    change: `UPDATE "User" SET hash = 'new' WHERE id = $1`,
  },
  provider: {
    give: (id: string) => sql(`INSERT INTO accounts ("userId") VALUES ($1)`, [id]),
    read: `SELECT FROM accounts WHERE "userId" = $1`,
    change: `DELETE FROM accounts WHERE "userId" = $1`,
  },
  "mailed link": {
    give: (id: string) => sql(`INSERT INTO links ("userId") VALUES ($1)`, [id]),
    read: `SELECT FROM links WHERE "userId" = $1`,
    change: `DELETE FROM links WHERE "userId" = $1`,
  },
} as const
type Proof = (typeof proofs)[keyof typeof proofs]

beforeAll(async () => {
  await sql(`ALTER TABLE "User" ADD hash text`)
  for (const table of ["accounts", "links"]) {
    await sql(`CREATE TABLE ${table} (id serial PRIMARY KEY, "userId" text REFERENCES "User")`)
  }
})

type Step = () => Promise<unknown>

/** The steps of a log-in, which ends with a session or without. */
type LogIn = (on: Side, proof: Proof, id: string, secret: ReturnType<typeof newSecret>) => Step[]

interface Side {
  readonly client: pg.PoolClient
  readonly tokens: ActingTokenStore
}

const day = 24 * 60 * 60_000
const sessionOf = (userId: string, known: Pick<NewToken, "epoch" | "mark">): NewToken => {
  const now = new Date()
  const until = { idleAt: new Date(+now + day), expiresAt: new Date(+now + day) }
  const begun = { issuedAt: now, provedAt: now, lastActiveAt: now, ...until }
  const device = { address: null, userAgent: null }
  const how = { purpose: "session", method: "test", isRemembered: false, device } as const
  return { ...how, userId, ...begun, ...known }
}

async function isRight({ client }: Side, proof: Proof, id: string): Promise<boolean> {
  return (await client.query(proof.read, [id])).rowCount === 1
}

const epochOf = async ({ tokens }: Side, id: string) =>
  (await tokens.findOwner(id))?.owner.epoch ?? 0

const whenRight =
  (isProved: () => boolean, step: Step): Step =>
  async () =>
    isProved() && step()

/** Where a log-in reads the state that its session must still find. */
const reads: Readonly<Record<string, LogIn>> = {
  "the epoch, after the proof": (on, proof, id, secret) => {
    let [proved, epoch] = [false, 0]
    return [
      async () => (proved = await isRight(on, proof, id)),
      async () => (epoch = await epochOf(on, id)),
      whenRight(
        () => proved,
        () => on.tokens.insert(sessionOf(id, { epoch }), hashSecret(secret)),
      ),
    ]
  },
  "the epoch, before the proof": (on, proof, id, secret) => {
    let [proved, epoch] = [false, 0]
    return [
      async () => (epoch = await epochOf(on, id)),
      async () => (proved = await isRight(on, proof, id)),
      whenRight(
        () => proved,
        () => on.tokens.insert(sessionOf(id, { epoch }), hashSecret(secret)),
      ),
    ]
  },
  "the proof again, under the owner's lock": (on, proof, id, secret) => {
    let proved = false
    return [
      async () => (proved = await isRight(on, proof, id)),
      whenRight(
        () => proved,
        async () => {
          await on.client.query("BEGIN")
          await on.tokens.lockOwner(id)
          if (await isRight(on, proof, id)) {
            const epoch = await epochOf(on, id)
            await on.tokens.insert(sessionOf(id, { epoch }), hashSecret(secret))
          }
          await on.client.query("COMMIT")
        },
      ),
    ]
  },
  "a mark, before the proof": (on, proof, id, secret) => {
    let proved = false
    let known: Pick<NewToken, "epoch" | "mark"> = { epoch: 0 }
    return [
      async () => (known = { ...known, mark: await on.tokens.mark() }),
      async () => (proved = await isRight(on, proof, id)),
      async () => (known = { ...known, epoch: await epochOf(on, id) }),
      whenRight(
        () => proved,
        () => on.tokens.insert(sessionOf(id, known), hashSecret(secret)),
      ),
    ]
  },
}

/** How the change is written. */
const writes: Readonly<Record<string, (on: Side, proof: Proof, id: string) => Step[]>> = {
  "one transaction, the raise last": (on, proof, id) => [
    async () => {
      await on.client.query("BEGIN")
      await on.client.query(proof.change, [id])
    },
    () => raise(on, id),
    () => on.client.query("COMMIT"),
  ],
  "one transaction, the raise first": (on, proof, id) => [
    async () => {
      await on.client.query("BEGIN")
      await raise(on, id)
    },
    () => on.client.query(proof.change, [id]),
    () => on.client.query("COMMIT"),
  ],
  "the raise after the change's commit": (on, proof, id) => [
    () => on.client.query(proof.change, [id]),
    () => raise(on, id),
  ],
  "the raise before, in a transaction of its own": (on, proof, id) => [
    () => raise(on, id),
    () => on.client.query(proof.change, [id]),
  ],
}

const raise = ({ tokens }: Side, id: string) =>
  tokens.raiseEpoch(
    id,
    { at: new Date(), reason: "password_change", by: null },
    { purposes: ["session"] },
  )

/** How many log-ins, of all orders, have a live session once the change is done, on a proof that it took away. */
async function survivors(
  logIn: LogIn,
  write: (typeof writes)[string],
  proof: Proof,
): Promise<number> {
  const [inside, outside] = [sideOf(logInClient), sideOf(changeClient)]
  let alive = 0
  const lengths = [
    logIn(inside, proof, "", newSecret()).length,
    write(outside, proof, "").length,
  ] as const
  for (const order of ordersOf(...lengths)) {
    const id = await addUser()
    await proof.give(id)
    const secret = newSecret()
    const lanes = [
      laneOf(logIn(inside, proof, id, secret)),
      laneOf(write(outside, proof, id)),
    ] as const
    for (const party of order)
      await lanes[party].step(() => isWaiting(party === 0 ? logInClient : changeClient))
    await Promise.all(lanes.map((lane) => lane.finished()))
    const found = await adopter.database.tokens.findByHash(hashSecret(secret))
    if (found && !found.token.revocation && found.token.epoch === found.owner.epoch) alive++
  }
  return alive
}

const sideOf = (client: pg.PoolClient): Side => ({ client, tokens: storeOn(pgQuery(client)) })

/** Runs steps one by one, and goes on to the other party while one of them waits for a lock. */
function laneOf(steps: readonly Step[]) {
  let last: Promise<unknown> = Promise.resolve()
  let next = 0
  return {
    async step(waits: () => Promise<boolean>) {
      const step = steps[next++]
      let isDone = false
      last = last.then(step).finally(() => {
        isDone = true
      })
      while (!isDone && !(await waits())) await new Promise((done) => setImmediate(done))
    },
    finished: () => last,
  }
}

async function isWaiting(client: pg.PoolClient): Promise<boolean> {
  const { processID } = client as unknown as { processID: number }
  const waiting = await sql(
    "SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'",
    [processID],
  )
  return waiting.length > 0
}

const readme = readFileSync("packages/log-out-everywhere/README.md", "utf8")

/** What the README's table says of a cell: "0", or "some". */
function promised(read: string, write: string): string {
  const rows = readme.split("\n").map((line) => line.split("|").map((cell) => cell.trim()))
  const head = rows.find((cells) => Object.keys(writes).every((name) => cells.includes(name)))
  const row = rows.find((cells) => cells[1] === read)
  return row?.[head?.indexOf(write) ?? -1] ?? "not in the README"
}

describe.each(Object.entries(proofs))("a log-in by %s that overlaps a change", (_, proof) => {
  for (const [read, logIn] of Object.entries(reads)) {
    for (const [write, change] of Object.entries(writes)) {
      test(`reads ${read}; ${write}`, async () => {
        const alive = await survivors(logIn, change, proof)
        expect(alive === 0 ? "0" : "some").toBe(promised(read, write))
      })
    }
  }
})

describe("with the triggers, a bare write", () => {
  beforeAll(async () => {
    const hash = { kind: "password", table: "User", column: "hash" } as const
    for (const text of [hash, { kind: "provider", table: "accounts" } as const].flatMap(watching))
      await sql(text)
  })
  const bare = (on: Side, proof: Proof, id: string) => [() => on.client.query(proof.change, [id])]

  test.each(["password", "provider"] as const)(
    "of a %s leaves no log-in that took a mark",
    async (kind) => {
      const logIn = reads["a mark, before the proof"]
      expect(logIn && (await survivors(logIn, bare, proofs[kind]))).toBe(0)
    },
  )

  test("leaves one that reads the epoch after the proof, as every wrapped configuration does", async () => {
    const logIn = reads["the epoch, after the proof"]
    expect(logIn && (await survivors(logIn, bare, proofs.password))).toBeGreaterThan(0)
  })
})
