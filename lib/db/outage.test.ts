import { afterAll, expect, test } from "vitest"
import { createWorld } from "@/test/world/people"
import { connect, disconnect } from "./client"
import { isOutage } from "./outage"

const world = await createWorld()
afterAll(() => world.close())

const address = (change: (url: URL) => void) => {
  const url = new URL(world.urls.url)
  change(url)
  return url.href
}

/** What the server gives a connection up with, before anything was asked. */
const refused: Readonly<Record<string, string>> = {
  "is not there": address((url) => {
    url.pathname = "/no_such_database"
  }),
  "lets nobody of that name in": address((url) => {
    url.username = "no_such_role"
  }),
  "takes no connections": address((url) => {
    url.pathname = "/template0"
  }),
}

test.for(Object.entries(refused))("a database that %s is an outage", async ([, databaseUrl]) => {
  const connection = connect(databaseUrl)
  const { pool, prisma } = connection
  for (const ask of [() => pool.query("SELECT 1"), () => prisma.$queryRaw`SELECT 1`]) {
    const error: unknown = await ask().catch((error) => error)
    expect(isOutage(error)).toBe(true)
  }
  await disconnect(connection)
})

test("a statement that is wrong is none", async () => {
  const error: unknown = await world.sql("SELECT no_such_column").catch((error) => error)
  expect(error).toBeInstanceOf(Error)
  expect(isOutage(error)).toBe(false)
})
