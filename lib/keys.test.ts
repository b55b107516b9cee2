import { readFileSync } from "node:fs"
import { afterEach, expect, test, vi } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"

const [before, now] = ["kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu", "pW8zL1mN5vB7xK3qR9tY2uI6oA4sD0fG"]

afterEach(() => vi.unstubAllEnvs())

/** The sealed cookies of an app that was started with these secrets. */
async function startedWith(secret: string, previous = "") {
  vi.stubEnv("DATABASE_URL", "postgresql://app@localhost/none")
  vi.stubEnv("AUTH_SECRET", secret)
  vi.stubEnv("AUTH_SECRET_PREVIOUS", previous)
  vi.resetModules()
  return import("@/lib/auth/cookies/sealed-cookie")
}

test("a cookie outlives a new AUTH_SECRET for as long as the one before is given", async () => {
  const cookie = await (await startedWith(before)).seal("__Host-loe-link", { secret: "x" }, 60)

  const rotated = await startedWith(now, before)
  expect(await rotated.unseal("__Host-loe-link", cookie)).toMatchObject({ secret: "x" })
  const renewed = await rotated.seal("__Host-loe-link", { secret: "y" }, 60)

  const alone = await startedWith(now)
  expect(await alone.unseal("__Host-loe-link", cookie)).toBeNull()
  expect(await alone.unseal("__Host-loe-link", renewed)).toMatchObject({ secret: "y" })
})

test("a cookie opens under its own name alone, and not after its time", async () => {
  const { seal, unseal } = await startedWith(now)
  expect(await unseal("__Host-loe-intent", await seal("__Host-loe-link", {}, 60))).toBeNull()
  expect(await unseal("__Host-loe-link", await seal("__Host-loe-link", {}, -1))).toBeNull()
})

test("each use of AUTH_SECRET has keys of its own, and neither key nor name shows the secret", async () => {
  await startedWith(now, before)
  const { keysFor } = await import("./keys")
  const keys = (["cookies", "outcomes", "outbox", "next-auth"] as const).flatMap((use) =>
    keysFor(use),
  )
  const texts = keys.map(({ id, bytes }) => `${id} ${Buffer.from(bytes).toString("hex")}`)
  expect(new Set(texts).size).toBe(8)
  expect(texts.join()).not.toContain(now)
})

test("nothing but lib/keys.ts reads the secrets, so that no use of them forgets those before", () => {
  const files = ["app", "components", "lib", "packages"].flatMap((folder) => sourceFiles(folder))
  const readers = [...files, "auth.ts", "authentication.ts", "proxy.ts", "server.ts"].filter(
    (file) =>
      !file.includes(".test.") && /\bauthSecret|AUTH_SECRET"/.test(readFileSync(file, "utf8")),
  )
  expect(readers.toSorted()).toEqual(["lib/keys.ts", "lib/settings.ts"])
})
