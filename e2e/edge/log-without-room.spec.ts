import { openSync } from "node:fs"
import { expect, test } from "@/e2e/support/fixtures"
import { freePort } from "@/scripts/postgres/embedded-server"
import { startTestApp } from "@/test/world/app"
import { createTestDatabase } from "@/test/world/database"

/** Each line of the log fails, and so does each line about that. */
const requests = 100

for (const [what, output] of [
  ["the disk of the log is full", openSync("/dev/full", "w")],
  ["nobody reads the log any more", "pipe"],
] as const) {
  test(`where ${what} the app serves, and stops when it is told to`, async () => {
    const storage = await createTestDatabase()
    const port = await freePort()
    const { app, hangUp, stop } = await startTestApp(port, storage, {}, "nothing", output)
    hangUp()
    for (let request = 0; request < requests; request++) {
      expect(await fetch(`${app.url}/api/session`)).toMatchObject({ status: 200 })
    }
    expect(await stop()).toBe(0)
    await storage.drop()
  })
}
