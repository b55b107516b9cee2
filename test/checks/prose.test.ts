import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"
import { proseProblems } from "./prose"

test("comments and documents are in a native's English", () => {
  const found = sourceFiles().flatMap((file) => proseProblems(file, readFileSync(file, "utf8")))
  expect(found).toEqual([])
})

test.each([
  "Lets in whoever has the password.",
  "Whoever has the password comes in.",
  "Logs in whomever the form names.",
  "The page comes anew.",
  "The browser may hold another by now.",
  "By now the browser may hold another.",
  "Each has a row of its own.",
  "They have rows of\ntheir own.",
  "Who logs in finds the page.",
  "The first goes on, and who comes second waits.",
  "The first goes on: who comes second waits.",
  "If two come, who is second waits.",
  "An answer for who is not there.",
  "It shuts out who was there before.",
  "Nobody has it who follows the documentation.",
])("%j is a problem", (sentence) => {
  expect(proseProblems("docs/a.md", `# A\n\n${sentence}\n`)).toHaveLength(1)
})

test.each([
  "A person who logs in finds the page.",
  "Nobody who was there before, and who has left, comes in.",
  "An administrator, who sees everyone, revokes.",
  "It says who did it, and who did not.",
  "The owner proves who they are.",
  "Who logs in here?",
  "It was gone by nowhere near noon.",
  "The word `whoever` is refused.",
  "```\nwhoever\n```",
])("%j is no problem", (sentence) => {
  expect(proseProblems("docs/a.md", `# A\n\n${sentence}\n`)).toEqual([])
})

test.each([
  ["a line", "lib/a.ts", "const a = 1\n// Whoever comes.\n", 2],
  ["a line after code", "lib/a.ts", "const a = 1 // Whoever comes.\n", 1],
  ["two lines with one sentence", "lib/a.ts", "// The rows of\n// its own of a table.\n", 1],
  ["a docstring", "lib/a.ts", "/**\n * A first line.\n *\n * Whoever comes.\n */\n", 4],
  ["JSX", "app/a.tsx", "  {/* Whoever comes. */}\n", 1],
  ["a module", "a.mjs", "// Whoever comes.\n", 1],
  ["a style", "app/a.css", "a {\n  /* Whoever comes. */\n}\n", 2],
  ["a script", "bin/start", "#!/bin/sh\n#\n# Whoever comes.\n", 3],
])("a comment in %s is looked at, and named by its line", (_, file, text, line) => {
  expect(proseProblems(file, text)).toEqual([expect.stringContaining(`${file}:${line} says`)])
})

test.each([
  ["a string", "lib/a.ts", `say("Whoever comes.")\n`],
  ["an address", "lib/a.ts", `open("https://whoever.example")\n`],
  ["an applied migration", "prisma/migrations/1/migration.sql", "-- Whoever comes.\n"],
  ["the changelog", "CHANGELOG.md", "Whoever comes.\n"],
])("%s is left alone", (_, file, text) => {
  expect(proseProblems(file, text)).toEqual([])
})
