import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, expect, test } from "vitest"
import { createAdopter } from "@/test/adopters/adopter"
import { options } from "../acts/facade-under-test.ts"
import { logOutEverywhere } from "../acts/log-out-everywhere.ts"
import { defineAuthentication } from "../core/authentication.ts"
import type { AuthenticationOptions } from "../core/authentication-options.ts"
import { fail } from "../core/result.ts"
import type { PgClient } from "../postgres/from-pg.ts"
import { policy } from "../testing/options-under-test.ts"
import { web } from "./web.ts"

const adopter = await createAdopter("text")
afterAll(adopter.close)
await adopter.sql(`CREATE TABLE password (owner text PRIMARY KEY, hash text NOT NULL)`)

const origin = "https://app.example"
const loe = logOutEverywhere({
  authentication: defineAuthentication(options),
  store: adopter.database,
})
const face = web(loe, { origin })
const form = () => new Request(origin, { method: "POST", headers: { origin } })
const run = (client: PgClient, text: string, ...values: string[]) => client.query({ text, values })
const replaceHash = "UPDATE password SET hash = $2 WHERE owner = $1"

async function addPerson(): Promise<string> {
  const ann = await adopter.addUser()
  await run(adopter.pool, "INSERT INTO password VALUES ($1, 'old')", ann)
  return ann
}

/** A log-in that reads the hash, waits, and lets in a person who knew the password. */
const logIn = (userId: string, password: string, wait = async (): Promise<unknown> => null) =>
  face.logIn(form(), async () => {
    const read = "SELECT hash FROM password WHERE owner = $1"
    const [row] = await adopter.sql<{ hash: string }>(read, [userId])
    await wait()
    return row?.hash === password ? { userId, method: "password" } : null
  })

const changes = {
  "in one transaction with the hash": (userId: string, hash: string) =>
    adopter.database.transact(async (_, __, tx) => {
      await run(tx, replaceHash, userId, hash)
      await loe.in(tx).passwordChanged(userId, { keep: null })
    }),
  "in one transaction with the hash, and before it": (userId: string, hash: string) =>
    adopter.database.transact(async (_, __, tx) => {
      await loe.in(tx).passwordChanged(userId, { keep: null })
      await sleep(2)
      await run(tx, replaceHash, userId, hash)
    }),
  "once the hash has committed": async (userId: string, hash: string) => {
    await run(adopter.pool, replaceHash, userId, hash)
    await loe.passwordChanged(userId, { keep: null })
  },
}

test.each(Object.entries(changes))(
  "no log-in by the old password survives a password change: %s",
  async (_, change) => {
    const people = await Promise.all(Array.from({ length: 10 }, addPerson))
    const overtaken = people.map(async (userId) => {
      const free = Array.from({ length: 10 }, async (_, ms) => {
        await sleep(ms)
        await logIn(userId, "old", () => sleep(ms))
      })
      // The last one has read the hash, and waits for the change to be over.
      const late = await logIn(userId, "old", () => change(userId, "new"))
      await Promise.all(free)
      return late
    })
    for (const late of overtaken) expect(await late).toEqual(fail("changed_meanwhile"))
    for (const userId of people) {
      expect(await adopter.database.tokens.countLive(userId)).toEqual({})
      expect((await logIn(userId, "new")).ok).toBe(true)
      expect(await adopter.database.tokens.countLive(userId)).toEqual({ session: 1 })
    }
  },
)

test("a person who is deleted on their way in is refused", async () => {
  const ann = await addPerson()
  const late = await face.logIn(form(), async () => {
    await adopter.sql(`DELETE FROM "User" WHERE id = $1`, [ann])
    return { userId: ann, method: "password" }
  })
  expect(late).toEqual(fail("changed_meanwhile"))
})

test("log out everywhere waits for an act that has begun, and refuses the next one", async () => {
  const ann = await addPerson()
  const loggedIn = await logIn(ann, "old")
  if (!loggedIn.ok) throw new Error(loggedIn.failure)
  const { session } = loggedIn.value
  const done: string[] = []
  const act = await loe.asActor(session, async (tx) => {
    const out = loe.logOutEverywhere(ann).then(() => done.push("out"))
    await run(tx, "SELECT pg_sleep(0.2)")
    done.push("acted")
    return { out }
  })
  if ("out" in act) await act.out
  expect(done).toEqual(["acted", "out"])
  expect(await loe.asActor(session, async () => "acted")).toEqual(fail("session_ended"))
})

test.each(["refuse", "end_least_recent"] as const)(
  "of many log-ins at once no more live than the policy allows: %s",
  async (atLimit) => {
    const limited = policy({ maxSessions: { standard: { max: 3, atLimit } } })
    const authentication = defineAuthentication(limited as unknown as AuthenticationOptions)
    const few = web(logOutEverywhere({ authentication, store: adopter.database }), { origin })
    const ann = await addPerson()
    const proved = async () => ({ userId: ann, method: "password" })
    const tried = await Promise.all(Array.from({ length: 20 }, () => few.logIn(form(), proved)))
    expect(await adopter.database.tokens.countLive(ann)).toEqual({ session: 3 })
    expect(tried.filter(({ ok }) => ok)).toHaveLength(atLimit === "refuse" ? 3 : 20)
  },
)
