/** The parties of the add-on's theorem: log-ins, by where they read their state, and changes, by how they are written. */
import { type ActingTokenStore, hashSecret, type NewToken, newSecret } from "log-out-everywhere"
import { pgQuery, storeFor } from "log-out-everywhere/postgres"
import type pg from "pg"
import type { Adopter } from "@/test/adopters/adopter"
import { waitsForLock } from "./lock-waits"
import { laneOf, ordersOf } from "./orders"

/** What lets a person in, and what of it a change takes away. Each is in a column or a row of the app's own. */
export const proofs = {
  password: {
    give: `UPDATE "User" SET hash = 'old' WHERE id = $1`,
    read: `SELECT FROM "User" WHERE id = $1 AND hash = 'old'`,
    change: `UPDATE "User" SET hash = 'new' WHERE id = $1`,
  },
  provider: {
    give: `INSERT INTO accounts ("userId") VALUES ($1)`,
    read: `SELECT FROM accounts WHERE "userId" = $1`,
    change: `DELETE FROM accounts WHERE "userId" = $1`,
  },
  "mailed link": {
    give: `INSERT INTO links ("userId") VALUES ($1)`,
    read: `SELECT FROM links WHERE "userId" = $1`,
    change: `DELETE FROM links WHERE "userId" = $1`,
  },
} as const
export type Proof = (typeof proofs)[keyof typeof proofs]

export type Step = () => Promise<unknown>

/** The steps of a log-in, which ends with a session or without. */
export type LogIn = (
  on: Side,
  proof: Proof,
  id: string,
  secret: ReturnType<typeof newSecret>,
) => Step[]

export interface Side {
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
export const reads: Readonly<Record<string, LogIn>> = {
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

export type Write = (on: Side, proof: Proof, id: string) => Step[]

/** How the change is written. */
export const writes: Readonly<Record<string, Write>> = {
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
  "the raise before, in its own transaction": (on, proof, id) => [
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

/** Counts, over all orders, the log-ins that have a live session once the change is done, on a proof that it took away. */
export async function openTheorem({ sql, pool, addUser, users, database }: Adopter) {
  const storeOn = storeFor({ users })
  const clients = [await pool.connect(), await pool.connect()] as const
  const sideOf = (client: pg.PoolClient): Side => ({ client, tokens: storeOn(pgQuery(client)) })
  const [inside, outside] = [sideOf(clients[0]), sideOf(clients[1])]

  async function isWaiting(client: pg.PoolClient): Promise<boolean> {
    const { processID } = client as unknown as { processID: number }
    const waiting = `SELECT FROM pg_stat_activity WHERE pid = $1 AND ${waitsForLock}`
    return (await sql(waiting, [processID])).length > 0
  }

  return {
    async survivors(logIn: LogIn, write: Write, proof: Proof): Promise<number> {
      let alive = 0
      const [first, second] = [logIn(inside, proof, "", newSecret()), write(outside, proof, "")]
      for (const order of ordersOf(first.length, second.length)) {
        const id = await addUser()
        await sql(proof.give, [id])
        const secret = newSecret()
        const lanes = [
          laneOf(logIn(inside, proof, id, secret)),
          laneOf(write(outside, proof, id)),
        ] as const
        for (const party of order) await lanes[party].step(() => isWaiting(clients[party]))
        await Promise.all(lanes.map((lane) => lane.finished()))
        const found = await database.tokens.findByHash(hashSecret(secret))
        if (found && !found.token.revocation && found.token.epoch === found.owner.epoch) alive++
      }
      return alive
    },
    close: () => {
      for (const client of clients) client.release()
    },
  }
}
