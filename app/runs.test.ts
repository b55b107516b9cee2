import { expect, test } from "vitest"
import { runsOf } from "./runs"

const isSame = (one: string, other: string) => one[0] === other[0]

test("what follows on its like is drawn together under the first of them, and nothing else is", () => {
  expect(runsOf(["a1", "a2", "b1", "a3"], isSame)).toEqual([
    { latest: "a1", count: 2 },
    { latest: "b1", count: 1 },
    { latest: "a3", count: 1 },
  ])
  expect(runsOf([], isSame)).toEqual([])
})
