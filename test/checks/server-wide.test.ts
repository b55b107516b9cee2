import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"

/** Tests run at once, each on a database of its server's many, and the server lists the connections of all. */
test("a statement that asks for the server's connections says whose", () => {
  const asked = sourceFiles()
    .filter((file) => /\.tsx?$/.test(file) && file !== "test/checks/server-wide.test.ts")
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\bFROM pg_stat_activity\b[^`"]*/g)].map(
        ([statement]) => ({ file, statement }),
      ),
    )
  expect(asked.length).toBeGreaterThan(8)
  const own = /\b(?:datname|pid|application_name)\b/
  expect(asked.filter(({ statement }) => !own.test(statement))).toEqual([])
})
