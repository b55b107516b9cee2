import { randomBytes } from "node:crypto"
import { withClient } from "@/scripts/postgres/prepare-database"
import { type TestServer, urls } from "./server"

export interface TestDatabase {
  /** As the app connects. */
  readonly url: string
  /** As migrations do, for what the app may not. */
  readonly ownerUrl: string
  readonly drop: () => Promise<void>
}

/** A migrated database of the caller's own, without people. */
export function createTestDatabase(): Promise<TestDatabase> {
  return copyOf(testServer().template)
}

/** A database of the caller's own, without tables. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return copyOf("template0")
}

async function copyOf(template: string): Promise<TestDatabase> {
  const server = testServer()
  const name = `${server.template}_${randomBytes(6).toString("hex")}`
  const asOwner = (sql: string) => withClient(server.ownerUrl, (owner) => owner.query(sql))
  await asOwner(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  const [ownerUrl, url] = urls(server, name)
  return {
    url,
    ownerUrl,
    async drop() {
      await asOwner(`DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

function testServer(): TestServer {
  const { LOE_TEST_SERVER } = process.env
  if (!LOE_TEST_SERVER) throw new Error("Run these tests with: npx vitest")
  return JSON.parse(LOE_TEST_SERVER)
}
