import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sourceFiles } from "./source-files"

const ours = sourceFiles()
  .filter(
    (file) => /^(?:app|lib)\/.*\.tsx?$|^[\w-]+\.ts$/.test(file) && !/\.test\.tsx?$/.test(file),
  )
  .map((file) => ({ file, text: readFileSync(file, "utf8") }))

const matching = (pattern: RegExp) =>
  ours.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

test("no statement of the app writes to a table of the add-on, but for the mark of a disabled person", () => {
  expect(matching(/(?:INSERT INTO|UPDATE|DELETE FROM)\s+log_out_everywhere\.\w+/)).toEqual([])
  expect(
    matching(
      /\b(?:token|realm|reason|endedEpoch|endedGeneration)\.(?:create|update|upsert|delete)/,
    ),
  ).toEqual([])
  expect(matching(/\bowner\.(?:create|update|upsert|delete)/)).toEqual([
    "lib/db/users/user-store.ts",
  ])
})

test("no statement of the app judges a token: it asks the view", () => {
  const judging =
    /\b\w*\.?epoch\s*(?:=|>=|<|<>)\s*\w+\.epoch|"realmGeneration"\s*(?:>=|<)|"idleAt" > |"revokedAt" IS/
  expect(matching(judging)).toEqual([])
})

test("what is asked is what is there: the view, and its answers, are read by the lists", () => {
  expect(matching(/log_out_everywhere\.token_status/).length).toBeGreaterThan(5)
  expect(matching(/"isLive"/).length).toBeGreaterThan(5)
})
