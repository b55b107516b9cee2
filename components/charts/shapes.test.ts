import { expect, test } from "vitest"
import { roundUp, stackedBars } from "./shapes"

test.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [10, 10],
  [11, 20],
  [640, 1_000],
  [1_000_000, 1_000_000],
])("%d is drawn below %d", (value, round) => {
  expect(roundUp(value)).toBe(round)
})

test("bars stand upon each other, each series in one outline", () => {
  const [below, above] = stackedBars(
    [
      [10, 5],
      [0, 20],
    ],
    20,
  )
  expect(below).toBe("M0.14 50h0.72v50h-0.72z")
  expect(above).toBe("M0.14 25h0.72v25h-0.72zM1.14 0h0.72v100h-0.72z")
})

test("one among a million can be seen", () => {
  expect(stackedBars([[1]], 1_000_000)).toEqual(["M0.14 99h0.72v1h-0.72z"])
})
