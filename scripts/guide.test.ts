import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { HttpClient } from "@/e2e/http-client"
import { press } from "@/e2e/http-form"
import { sessionCookieName } from "@/lib/auth/session-cookie"
import { layOut, readGuide } from "./guide"
import { buildIn, type GuideApp, runIn, serveIn, settingsFor } from "./guide-app"
import { createWorld, issueTo, statusOf } from "./test-people"

const guide = readGuide()
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "loe-guide-")))
const buildMs = 300_000
const world = await createWorld()
const ann = { email: "ann@example.com", password: "lantern harbor demo" }
let app: GuideApp | undefined

beforeAll(async () => {
  layOut(folder, guide)
  // These never start Prisma's own engine, yet insist on one being there.
  const settings = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
  await runIn(folder, ["prisma/build/index.js", "generate"], settings)
}, buildMs)

afterAll(async () => {
  await app?.stop()
  await world.close()
  rmSync(folder, { recursive: true })
})

test("the guide installs the versions that are tried here", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"))
  expect({ ...dependencies, ...devDependencies }).toMatchObject(guide.packages)
  expect(Object.keys(guide.packages).length).toBeGreaterThan(10)
})

test(
  "an app with what the guide names, and nothing else, has no wrong type",
  async () => {
    await runIn(folder, ["typescript/bin/tsc", "--noEmit"])
  },
  buildMs,
)

describe("an app that does what the guide says", () => {
  beforeAll(async () => {
    await buildIn(folder)
    const script = [
      "tsx/dist/cli.mjs",
      "scripts/create-person.ts",
      ann.email,
      ann.password,
    ] as const
    await runIn(folder, script, settingsFor(world.urls, 0))
    app = await serveIn(folder, world.urls)
  }, buildMs)

  const browser = () => new HttpClient(app?.url ?? "")

  async function logIn() {
    const client = browser()
    const answer = await press(client, "/login", "Log in", ann)
    expect(answer.location).toBe("/account")
    return client
  }

  async function annsAccount() {
    const [person] = await world.sql<{ id: string }>(`SELECT id FROM "User"`)
    return { id: person?.id ?? "", address: "unknown" }
  }

  const sees = async (client: HttpClient) => (await client.ask("/account")).status

  test("logs out every browser at once, whichever door it came in by", async () => {
    const [laptop, phone] = [await logIn(), browser()]
    await phone.logIn({ ...ann, email: " ANN@example.com" })
    expect([await sees(laptop), await sees(phone)]).toEqual([200, 200])

    const link = await issueTo(world, await annsAccount(), { purpose: "magic_link" })

    await press(laptop, "/account", "Log out everywhere")

    expect(await statusOf(world, link.secret, "magic_link")).toBe("revoked")
    expect([await sees(laptop), await sees(phone)]).toEqual([307, 307])
    expect(laptop.cookies.has(sessionCookieName)).toBe(false)
  })

  test("logs out this browser, or another one from the list", async () => {
    const [laptop, phone] = [await logIn(), await logIn()]
    await press(laptop, "/account", "End")
    expect([await sees(laptop), await sees(phone)]).toEqual([200, 307])
    const kept = new Map(laptop.cookies)
    await press(laptop, "/account", "Log out")
    for (const [name, value] of kept) laptop.cookies.set(name, value)
    expect(await sees(laptop)).toBe(307)
  })

  test("publishes no secret, and writes no session cookie on a read", async () => {
    const client = await logIn()
    const { body, setCookies } = await client.ask("/api/auth/session")
    expect(JSON.parse(body)).toMatchObject({ user: { email: ann.email } })
    expect(body).not.toContain(client.cookies.get(sessionCookieName))
    expect(setCookies.join()).not.toContain(sessionCookieName)
  })

  test("lets nobody in whose row is gone", async () => {
    const client = await logIn()
    await world.sql(`DELETE FROM log_out_everywhere.token`)
    expect(await sees(client)).toBe(307)
    expect(await client.isLoggedIn()).toBe(false)
  })

  test("keeps no address that a client made up", async () => {
    const claim = "203.0.113.66"
    const names = ["x-loe-address", "x-forwarded-for", "x-real-ip", "forwarded"]
    await browser().logIn(ann, Object.fromEntries(names.map((name) => [name, claim])))
    const kept = await world.sql(
      `SELECT t::text FROM log_out_everywhere.token t UNION ALL SELECT a::text FROM "AuditEvent" a`,
    )
    expect(kept.length).toBeGreaterThan(1)
    expect(JSON.stringify(kept)).not.toContain(claim)
  })

  test.each([
    ["a wrong password", { ...ann, password: "wrong" }],
    ["an address of nobody", { ...ann, email: "nobody@example.com" }],
    ["an address with a NUL", { ...ann, email: "a\0b" }],
    ["a person who is disabled", ann],
  ])("turns %s away, at its form and at NextAuth's endpoint", async (who, credentials) => {
    const at = who.endsWith("disabled") ? "now()" : "NULL"
    await world.sql(`UPDATE "User" SET "disabledAt" = ${at}`)
    const [form, endpoint] = [browser(), browser()]
    const answer = await press(form, "/login", "Log in", credentials)
    expect(answer.location).toBe("/login?error=wrong_credentials")
    expect((await endpoint.logIn(credentials)).location).toBe("/login?error=wrong_credentials")
    for (const client of [form, endpoint]) expect(client.cookies.has(sessionCookieName)).toBe(false)
  })
})
