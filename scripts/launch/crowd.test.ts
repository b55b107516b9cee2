import { afterAll, expect, test } from "vitest"
import { tokenDirectory } from "@/lib/db/desk/token-directory"
import { withClient } from "@/scripts/postgres/prepare-database"
import { filterOf, foundPage } from "@/test/world/listed-tokens"
import { createWorld } from "@/test/world/people"
import { addCrowd, hasCrowd } from "./crowd"

const world = await createWorld()
afterAll(world.close)

test("a crowd has as many live tokens as were asked for, in every state, and a sample says about how many a filter finds", async () => {
  const sessions = 24_000
  await withClient(world.urls.ownerUrl, async (owner) => {
    expect(await hasCrowd(owner)).toBe(false)
    await addCrowd(owner, { people: 200, sessions })
    expect(await hasCrowd(owner)).toBe(true)
  })
  const [counted] = await world.sql<{ live: number; origins: number }>(
    `SELECT count(*) FILTER (WHERE "isLive")::int AS live, (SELECT count(*)::int FROM "TokenOrigin") AS origins
     FROM log_out_everywhere.token_status`,
  )
  expect(counted).toEqual({ live: sessions, origins: 26_400 })

  const { count } = await foundPage(world, { purpose: "any", status: "active" })
  expect(count.isExact).toBe(false)
  expect(count.count / sessions).toBeGreaterThan(0.6)
  expect(count.count / sessions).toBeLessThan(1.5)
  for (const status of ["idle", "expired", "revoked"]) {
    const { items, count } = await foundPage(world, { status })
    expect(items).toHaveLength(50)
    expect(count.isExact).toBe(true)
    const filter = filterOf({ status })
    expect(await tokenDirectory(world.connection).countAll(filter)).toBe(count.count)
  }
})
