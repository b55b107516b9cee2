/** The gates with SESSION_CACHE=on. */
import { afterAll, expect, test, vi } from "vitest"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { connection, disconnect } from "@/lib/db/client"
import { goLive, isLive } from "@/lib/db/live"
import { parts } from "@/lib/db/parts"
import { renderedForField } from "@/lib/rendered-for"
import { arrive } from "@/test/http/fake-request"
import { addPerson, createWorld, issueTo } from "@/test/world/people"
import { getViewer, requireAdmin, requireAdminToAct, requireViewerToAct } from "./viewer"

vi.mock("next/headers", async () => (await import("@/test/http/fake-request")).nextHeaders)

const world = await createWorld()
vi.stubEnv("DATABASE_URL", world.urls.url)
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
vi.stubEnv("SESSION_CACHE", "on")
const { sql } = world
const token = "log_out_everywhere.token"
const live = goLive({ warn: () => {} })
afterAll(async () => {
  await live.stop()
  await disconnect(connection())
  await world.close()
})

const form = new FormData()
const visit = (secret: string, path = "/account/security", method = "GET") =>
  arrive({
    cookies: { [sessionCookieName]: secret },
    headers: { "x-loe-path": path, "x-loe-method": method },
  })

/** A session that this process keeps as live. */
async function kept() {
  await expect.poll(isLive).toBe(true)
  const root = await addPerson(world, { role: "admin" })
  const issued = await issueTo(world, root)
  form.set(renderedForField, root.id)
  visit(issued.secret)
  // Once its own announcement has been heard, it stays.
  await sql(`ALTER TABLE ${token} DISABLE TRIGGER USER`)
  const rename = () =>
    sql(`UPDATE ${token} SET name = $2 WHERE id = $1`, [issued.token.id, `${performance.now()}`])
  const shownName = async () => (await getViewer())?.session.name
  await expect
    .poll(async () => {
      await rename()
      const before = await shownName()
      await rename()
      return before !== undefined && (await shownName()) === before
    })
    .toBe(true)
  return issued
}

test("a page is shown by what is kept; acts and administrators' pages ask the database", async () => {
  const { secret, token: session } = await kept()
  expect(await requireAdmin()).toMatchObject({ isAdmin: true })
  // By hand, and past the triggers: nobody is told.
  await sql(`DELETE FROM ${token} WHERE id = $1`, [session.id])
  await sql(`ALTER TABLE ${token} ENABLE TRIGGER USER`)
  expect(await getViewer()).toMatchObject({ session: { id: session.id } })
  const toLogIn = /^NEXT_REDIRECT;.*;\/login\?returnTo=/
  for (const gate of [
    requireAdmin,
    () => requireAdminToAct(form),
    () => requireViewerToAct(form),
  ]) {
    await expect(gate()).rejects.toHaveProperty("digest", expect.stringMatching(toLogIn))
  }
  for (const [path, method] of [
    ["/admin", "GET"],
    ["/admin/users", "GET"],
    ["/account/security", "POST"],
    ["/account/security", "HEAD"],
  ] as const) {
    visit(secret, path, method)
    expect(await getViewer()).toBe(null)
  }
})

test("what an act of this process ends is refused as soon as the act is through", async () => {
  const { secret, token: session } = await kept()
  await sql(`ALTER TABLE ${token} ENABLE TRIGGER USER`)
  visit(secret)
  expect(await getViewer()).not.toBe(null)
  await parts().transact(({ tokens }, at) =>
    tokens.raiseEpoch(
      session.userId,
      { at, reason: "log_out_everywhere", by: null },
      { purposes: ["session"] },
    ),
  )
  expect(await getViewer()).toBe(null)
})

test("what is kept outlives the database by no more than the lease, and then the gate fails closed", async () => {
  const { secret } = await kept()
  await sql(`ALTER TABLE ${token} ENABLE TRIGGER USER`)
  visit(secret)
  await world.outage(async () => {
    const answers = async () =>
      getViewer().then(
        (viewer) => (viewer ? "a page" : "logged out"),
        () => "an outage",
      )
    await expect
      .poll(async () => {
        const answer = await answers()
        expect(answer).not.toBe("logged out")
        return answer
      })
      .toBe("an outage")
    await expect.poll(isLive).toBe(false)
  })
  await expect.poll(isLive).toBe(true)
  expect(await getViewer()).not.toBe(null)
})
