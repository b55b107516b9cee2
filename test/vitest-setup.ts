import { startTestServer } from "@/test/world/server"

/** Once per run of vitest. Its workers inherit the variable. */
export default async function setUp() {
  const { server, stop } = await startTestServer()
  process.env.LOE_TEST_SERVER = JSON.stringify(server)
  return stop
}
