import { rmSync } from "node:fs"
import { buildIfStale } from "@/scripts/release/build"
import { startOpenIdProvider } from "@/test/http/openid-provider"
import { plantLinks } from "@/test/mail/planted-links"
import { startTestApp, testAppsFolder } from "@/test/world/app"
import { createTestDatabase } from "@/test/world/database"
import { startTestServer } from "@/test/world/server"

/** Once per run of Playwright. Its workers inherit the variables. */
export default async function setUp() {
  await buildIfStale()
  rmSync(testAppsFolder, { recursive: true, force: true })
  const { server, stop } = await startTestServer()
  process.env.LOE_TEST_SERVER = JSON.stringify(server)
  try {
    const database = await createTestDatabase()
    await plantLinks(database.ownerUrl)
    const running = await startTestApp(Number(process.env.LOE_TEST_PORT), database)
    process.env.LOE_TEST_APP = JSON.stringify(running.app)
    const stopProvider = await startOpenIdProvider(running.app)
    return async () => {
      stopProvider()
      await running.stop()
      await stop()
    }
  } catch (error) {
    await stop()
    throw error
  }
}
