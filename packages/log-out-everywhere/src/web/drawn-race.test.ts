import { readFileSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { drawnRace, type Party, sqlIn } from "@/scripts/checks/drawn-race"
import { createAdopter } from "@/test/adopters/adopter"
import { waitsForLock } from "@/test/races/lock-waits"
import { logOutEverywhere } from "../acts/log-out-everywhere.ts"
import { fromPg, type PgClient, type PgPool } from "../postgres/from-pg.ts"
import { layoutOf } from "../postgres/layout.ts"
import { postgres } from "../postgres/postgres.ts"
import { statementsFor } from "../postgres/statements.ts"
import { web } from "./web.ts"

const adopter = await createAdopter("text")
const { pool, sql, users } = adopter
afterAll(adopter.close)

const drawn = drawnRace(readFileSync("ARCHITECTURE.md", "utf8"))

interface Step {
  readonly party: Party
  readonly step: string
  /** SQL; empty for what no statement of the package does. */
  readonly text: string
}
/** What the two parties did, in its order. */
const done: Step[] = []
const note = (party: Party, step: string, text = "") => done.push({ party, step, text })
const named = ({ party, step }: Pick<Step, "party" | "step">) => `${party}: ${step}`

/** The names by which the code of the package calls its statements, by those under which they are sent. */
const names = new Map(
  Object.entries(statementsFor(layoutOf(users))).map(([key, { name }]) => [name, key]),
)
/** Every transaction reads the clock, and a refused insert asks whether its purpose is new. */
const asides = ["loe_clock", "loe_add_purpose"]

/** The tokens, for one party whose statements are noted. */
function tokensFor(party: Party) {
  const noting = (client: PgClient): PgClient => ({
    query(config) {
      const { name = "", text } = config
      const [verb = ""] = text.toLowerCase().split(" ")
      if (!asides.includes(name)) note(party, names.get(name) ?? (name || verb), text)
      return client.query(config)
    },
  })
  const noted: PgPool = {
    ...noting(pool),
    async connect() {
      const client = await pool.connect()
      return { ...noting(client), release: (error) => client.release(error) }
    },
  }
  return logOutEverywhere({ store: postgres(fromPg(noted), { users }) })
}

const origin = "https://app.example"
const face = web(tokensFor("a log-in"), { origin })
const form = () => new Request(origin, { method: "POST", headers: { origin } })
const acts = tokensFor("an act")
const person = await adopter.addUser()
await sql(`CREATE TABLE password (owner text PRIMARY KEY, hash text NOT NULL)`)
await sql(`INSERT INTO password VALUES ($1, 'old')`, [person])

/** A password change whose commit comes after `last`. Settles once it has raised the epoch. */
function change(last: () => Promise<unknown>): Promise<{ readonly committed: Promise<void> }> {
  return new Promise((raised, failed) => {
    const committed = acts.store.transact(async (_, __, tx) => {
      await tx.query({
        text: `UPDATE password SET hash = 'new' WHERE owner = $1`,
        values: [person],
      })
      await acts.in(tx).passwordChanged(person, { keep: null })
      raised({ committed })
      await last()
    })
    committed.catch(failed)
  })
}

/** Settles once a party waits for a lock; at the latest when `isOver` says that neither ever will. */
async function aWait(isOver: () => boolean): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND ${waitsForLock}`
  while (!isOver() && (await sql(waiting)).length === 0) await new Promise(setImmediate)
}

/** A log-in by the old password, with `more` between the proof and what comes of it. */
const logIn = (more = async () => {}) =>
  face.logIn(form(), async () => {
    note("a log-in", "authorize")
    const read = `SELECT FROM password WHERE owner = $1 AND hash = 'old'`
    const isRight = (await sql(read, [person])).length > 0
    await more()
    return isRight ? { userId: person, method: "password" } : null
  })

/** How many sessions lived before the two, and after them. */
const alive = { before: 0, after: 0 }
const countAlive = async () => (await adopter.database.tokens.countLive(person)).session ?? 0

beforeAll(async () => {
  await logIn()
  alive.before = await countAlive()
  done.length = 0
  let committed: Promise<void> | undefined
  let isOver = false
  const late = await logIn(async () => {
    committed = (await change(() => aWait(() => isOver))).committed
  })
  isOver = true
  note("a log-in", late.ok ? "logged_in" : late.failure)
  await committed
  alive.after = await countAlive()
})

test("a log-in and an act do, step by step, what ARCHITECTURE.md draws, and no session survives", () => {
  expect(done.map(named)).toEqual(drawn.map(named))
  expect(alive).toEqual({ before: 1, after: 0 })
})

test("every word of SQL in the drawing is in the statement of its step", async () => {
  const definition = "SELECT pg_get_functiondef('log_out_everywhere.raise_epoch'::regproc) AS text"
  const [raise] = await sql<{ text: string }>(definition)
  const textOf = (step: string) =>
    done
      .filter((each) => named(each) === step)
      .map(({ text }) => text)
      .concat(step === "an act: raise" && raise ? raise.text : [])
      .join("\n")
  const words = drawn.flatMap((each) =>
    sqlIn(each.note).map((word) => [named(each), word] as const),
  )
  expect(words.filter(([step, word]) => !textOf(step).includes(word))).toEqual([])
  expect(words.length).toBeGreaterThan(9)
})
