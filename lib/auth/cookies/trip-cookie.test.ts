import { NextRequest } from "next/server"
import { afterAll, beforeEach, expect, test, vi } from "vitest"
import { createWorld } from "@/test/world/people"

const jar = new Map<string, string>()
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ host: "localhost:3000", "x-loe-path": "/account/security" }),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    set(name: string, value: string, options?: { maxAge?: number }) {
      if (options?.maxAge === 0) jar.delete(name)
      else jar.set(name, value)
    },
  }),
}))
vi.mock("next/navigation", () => ({ redirect: (url: string) => Promise.resolve(url) }))
// NextAuth is asked through the door, which takes a mark.
const world = await createWorld()
vi.stubEnv("DATABASE_URL", world.urls.url)
vi.stubEnv("AUTH_URL", "http://localhost:3000")
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
vi.stubEnv("AUTH_GITHUB_ID", "client")
vi.stubEnv("AUTH_GITHUB_SECRET", "hidden")

const { connection, disconnect } = await import("@/lib/db/client")
const { startProviderLogIn } = await import("@/lib/auth/entry/provider-trip")
const { comingBack, nextAuthTripCookies } = await import("./trip-cookie")

beforeEach(() => jar.clear())
afterAll(async () => {
  await disconnect(connection())
  await world.close()
})

const stateOf = (url: string) => new URL(url).searchParams.get("state") ?? ""

/** What NextAuth finds of a journey that comes back with this state. */
function foundAt(state: string) {
  const cookie = [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ")
  const url = `http://localhost:3000/api/auth/callback/github?code=x&state=${state}`
  const { cookies } = comingBack(new NextRequest(url, { headers: { cookie } }))
  return nextAuthTripCookies.map((name) => cookies.get(name)?.value)
}

test("each of two tabs comes back with what it left with, and NextAuth finds nothing of the other", async () => {
  const [one, two] = [
    stateOf(await startProviderLogIn("github", "/account/history")),
    stateOf(await startProviderLogIn("github", "/account/security")),
  ]
  expect([...jar.keys()].filter((name) => nextAuthTripCookies.includes(name))).toEqual([])
  const [first, second] = [foundAt(one), foundAt(two)]
  expect(first[0]).toMatch(/^ey/)
  expect(first[3]).toContain("/account/history")
  expect(second[3]).toContain("/account/security")
  expect(second[0]).not.toBe(first[0])
})

test("a state that this browser did not leave with finds nothing", async () => {
  await startProviderLogIn("github", "/account/history")
  expect(foundAt("forged")).toEqual([undefined, undefined, undefined, undefined])
})

test("three journeys are kept, the latest, and all of them fit into 8 KB", async () => {
  const states = []
  for (let tab = 0; tab < 4; tab++)
    states.push(stateOf(await startProviderLogIn("github", "/account/security")))
  expect(states.map((state) => foundAt(state)[0] !== undefined)).toEqual([false, true, true, true])
  const line = [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ")
  expect(line.length).toBeLessThan(7_000)
})
