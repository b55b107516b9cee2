import { afterAll, expect, test, vi } from "vitest"
import { createEmptyDatabase } from "@/test/world/database"
import { createWorld } from "@/test/world/people"
import { bus } from "./bus"
import { connection, disconnect } from "./client"
import { listenTo } from "./listener"
import { goLive, isLive } from "./live"

const world = await createWorld()
const elsewhere = await createEmptyDatabase()
vi.stubEnv("DATABASE_URL", world.urls.url)
vi.stubEnv("DIRECT_DATABASE_URL", elsewhere.ownerUrl)
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
vi.stubEnv("SESSION_CACHE", "on")
afterAll(async () => {
  await disconnect(connection())
  await world.close()
  await elsewhere.drop()
})

test("a DIRECT_DATABASE_URL that leads to another database gives no lease, and the log says so", async () => {
  const right = listenTo(world.urls.url)
  let beats = 0
  right.on("log_out_everywhere", (payload) => payload?.startsWith("beat ") && beats++)
  const warnings: string[] = []
  const live = goLive(
    { warn: (sentence: unknown) => void warnings.push(String(sentence)) },
    { patienceMs: 50 },
  )
  let heard = 0
  bus().listen(() => heard++)

  await expect.poll(() => beats).toBeGreaterThan(4)
  // It listens, and its beats go to where people act.
  expect(heard).toBe(1)
  expect(isLive()).toBe(false)
  expect(warnings).toEqual([expect.stringContaining("DIRECT_DATABASE_URL")])
  await live.stop()
  await right.close()
})
