import { afterAll, expect, onTestFinished, test, vi } from "vitest"
import { silentProxy } from "@/test/outages/silent-proxy"
import { createEmptyDatabase, createTestDatabase } from "@/test/world/database"
import { withDatabase } from "./database-client"
import { prepareDatabase, withClient } from "./prepare-database"

const database = await createTestDatabase()
afterAll(database.drop)

const soon = { noticeMs: 10, patienceMs: 300 }

test("a database that accepts and says nothing is told of, and given up", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {})
  onTestFinished(() => told.mockRestore())
  const proxy = await silentProxy(database.url)
  onTestFinished(proxy.close)
  proxy.fallSilent()

  await expect(withDatabase("DATABASE_URL", proxy.url, async () => {}, soon)).rejects.toThrow(
    "The database of DATABASE_URL cannot be used: it does not answer.",
  )
  expect(told).toHaveBeenCalledWith(
    "The database of DATABASE_URL does not answer so far. Waiting …",
  )
})

test("so is one that falls silent after the connection is made", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {})
  onTestFinished(() => told.mockRestore())
  const proxy = await silentProxy(database.ownerUrl)
  onTestFinished(proxy.close)

  const asked = withDatabase(
    "MIGRATION_DATABASE_URL",
    proxy.url,
    (client) => {
      proxy.fallSilent()
      return client.query("SELECT 1")
    },
    { noticeMs: 10, patienceMs: 2_000 },
  )
  await expect(asked).rejects.toThrow(
    "The database of MIGRATION_DATABASE_URL cannot be used: it does not answer.",
  )
  expect(told).toHaveBeenCalledOnce()
})

test("what the server refuses names the variable that is wrong", async () => {
  const wrong = new URL(database.ownerUrl)
  wrong.password = "wrong"
  await expect(prepareDatabase(wrong.href, database.url)).rejects.toThrow(
    /^The database of MIGRATION_DATABASE_URL cannot be used: .*password/,
  )
  const nowhere = "postgresql://loe@127.0.0.1:1/nothing"
  await expect(prepareDatabase(database.ownerUrl, nowhere)).rejects.toThrow(
    /^The database of DATABASE_URL cannot be used: .*ECONNREFUSED/,
  )
})

test("the addresses of two databases are refused, and nothing is migrated", async () => {
  const other = await createEmptyDatabase()
  onTestFinished(other.drop)
  await expect(prepareDatabase(other.ownerUrl, database.url)).rejects.toThrow(
    "MIGRATION_DATABASE_URL and DATABASE_URL are addresses of two databases.",
  )
  const tables = await withClient(other.ownerUrl, (owner) =>
    owner.query("SELECT FROM pg_tables WHERE schemaname = 'public'"),
  )
  expect(tables.rowCount).toBe(0)
})
