import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { directionProblems } from "./directions"
import { sourceFiles } from "./source-files"

test.each([
  ["a margin", 'className="ml-2"'],
  ["a padding behind variants", 'className="sm:first:pl-5 grow"'],
  ["a negative place", 'className="grow -left-2"'],
  ["a border", 'className="border-l"'],
  ["a round corner", 'className="rounded-tr-lg"'],
  ["an alignment", "className={clsx(`md:text-right`)}"],
  ["an icon that points", "<ChevronLeft aria-hidden />"],
])("%s that names a side is found", (_, line) => {
  expect(directionProblems("a.tsx", line)).toHaveLength(1)
})

test.each([
  ["what names the start", 'className="ms-2 text-start border-s"'],
  ["both sides", 'className="mx-2 inset-x-0 px-4"'],
  ["a colour of a line", 'className="border-line hover:border-line-strong"'],
  ["words", "const left = timeLeft() // to the right-hand side"],
  ["an icon that is mirrored", '<ChevronLeft aria-hidden className="rtl:-scale-x-100" />'],
  ["a form", "<LogOutForm>"],
])("%s is no problem", (_, line) => {
  expect(directionProblems("a.tsx", line)).toEqual([])
})

test("a stylesheet's declaration of a side is found", () => {
  expect(directionProblems("a.css", "  margin-left: 1rem;")).toHaveLength(1)
  expect(directionProblems("a.css", "  margin-inline-start: 1rem;")).toEqual([])
})

test("every page reads from right to left as well", () => {
  const files = sourceFiles().filter((file) => /^(?:app|components)\/.*\.(?:tsx|css)$/.test(file))
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap((file) => directionProblems(file, readFileSync(file, "utf8")))).toEqual([])
})
