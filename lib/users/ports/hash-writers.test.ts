import { readFileSync } from "node:fs"
import { expect, expectTypeOf, test } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"
import type { UserStore } from "./stores"

const sources = sourceFiles()
  .filter(
    (file) =>
      /^(app|lib|packages|prisma|scripts|test)\/.*\.tsx?$|^[\w-]+\.ts$/.test(file) &&
      !/\.test\.tsx?$/.test(file),
  )
  .map((file) => ({ file, text: readFileSync(file, "utf8").replace(/\s+/g, " ") }))

test("the hash of a person who is there is written in one place", () => {
  const changes = [
    /\.user\.(?:update|upsert)\w*\(\{(?:(?!\.user\.)[^`])*?data: \{[^}]*passwordHash[^}]*\}/g,
    /UPDATE "User"[^`]*?"passwordHash" =/g,
  ]
  expect(found(changes)).toEqual([
    "lib/db/users/user-store.ts: .user.updateMany({ where: { id, passwordHash: from }, data: { passwordHash: to }",
  ])
})

test("a hash is inserted with a new person alone, by the store, the seed and the tests", () => {
  const inserts = [/\.user\.create\w*\([^)]*\)/g, /INSERT INTO "User" \([^)]*"passwordHash"/g]
  expect(found(inserts).map((place) => place.split(":")[0])).toEqual([
    "lib/db/users/user-store.ts",
    "prisma/seed.ts",
    "test/world/people.ts",
  ])
})

test("whatever else the store writes to a person as it was handed over cannot hold a hash", () => {
  expect(found([/\.user\.(?:update|upsert)\w*\(\{[^`]*?data: \w+/g])).toEqual([
    "lib/db/users/user-store.ts: .user.update({ where: { id }, data: profile",
  ])
  type Profile = Parameters<UserStore["update"]>[1]
  expectTypeOf<keyof Profile>().toEqualTypeOf<"name" | "image" | "emailVerifiedAt">()
})

test("every use case that replaces the hash ends what was issued under the old one", () => {
  const callers = sources.filter(
    ({ file, text }) =>
      file !== "lib/db/users/user-store.ts" && /\.replacePasswordHash\(/.test(text),
  )
  expect(callers.map(({ file }) => file)).toContain("lib/users/account/change-password.ts")
  for (const { file, text } of callers) {
    expect([file, /\b(?:endByTrigger|endInScope)\(/.test(text)]).toEqual([file, true])
  }
})

function found(patterns: readonly RegExp[]): string[] {
  return sources.flatMap(({ file, text }) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(([match]) => `${file}: ${match}`),
    ),
  )
}
