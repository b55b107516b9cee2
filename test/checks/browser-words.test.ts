import { expect, test } from "vitest"
import { browserWordsProblems } from "./browser-words"

test("each page sends its client components the words that they ask for, and no others", () => {
  expect(browserWordsProblems()).toEqual([])
})
