import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"

/** Making a format takes a third of a millisecond, and a page has hundreds of moments. */
test("no format of a language's is made for each use", () => {
  const served = sourceFiles().filter(
    (file) => /^(?:app|components|lib|packages)\/.*\.tsx?$/.test(file) && !/\.test\./.test(file),
  )
  const made = served.flatMap((file) => {
    const text = readFileSync(file, "utf8")
    return [...text.matchAll(/(.{0,80})new Intl\.(?:\w+Format|DisplayNames|Collator)\b/gs)].map(
      ([, before = ""]) => ({ file, isKept: /keptFormat\(\s*\([\w, ]*\) =>\s*$/.test(before) }),
    )
  })
  expect(made.length).toBeGreaterThan(8)
  expect(made.filter(({ isKept }) => !isKept)).toEqual([])
})
