import { afterAll, expect, test, vi } from "vitest"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { connection, disconnect } from "@/lib/db/client"
import { isOutage } from "@/lib/db/outage"
import { log } from "@/lib/log"
import { arrive } from "@/test/http/fake-request"
import { addPerson, createWorld, issueTo, statusOf } from "@/test/world/people"
import { loe } from "./sessions"
import { getViewer } from "./viewer"

vi.mock("next/headers", async () => (await import("@/test/http/fake-request")).nextHeaders)

// As a standby answers, or a primary that its operator closed to writes.
const world = await createWorld()
const readOnly = new URL(world.urls.url)
readOnly.searchParams.set("options", "-c default_transaction_read_only=on")
vi.stubEnv("DATABASE_URL", readOnly.href)
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
afterAll(async () => {
  await disconnect(connection())
  await world.close()
})

test("a database that takes no writes logs nobody out, and an act on it fails whole as an outage", async () => {
  const ann = await addPerson(world)
  const { token, secret } = await issueTo(world, ann)
  await world.sql(
    `UPDATE log_out_everywhere.token SET "lastActiveAt" = now() - interval '5 minutes' WHERE id = $1`,
    [token.id],
  )
  const warn = vi.spyOn(log(), "warn").mockImplementation(() => {})
  arrive({ cookies: { [sessionCookieName]: secret } })

  expect(await getViewer()).toMatchObject({ userId: ann.id, session: { id: token.id } })
  expect(warn).toHaveBeenCalledWith(
    { error: expect.objectContaining({ type: expect.stringContaining("25006") }) },
    "touch failed",
  )

  const refused: unknown = await loe.logOutEverywhere(ann.id).catch((error) => error)
  expect(isOutage(refused)).toBe(true)
  expect(await statusOf(world, secret)).toBe("active")
})
