import { expect, test } from "vitest"
import { type MeasuredRequests, requestsPicture, requestsTable } from "./report"

const measured: MeasuredRequests[] = [
  { name: "floor: bare", rates: [900, 1_000, 4_000], medianMs: 12.3, p99Ms: 40 },
  { name: "ours: GET /api/v1/me", rates: [500, 700, 100], medianMs: 20, p99Ms: 50 },
]

test("a rate is the median of its windows, beside the bare route's", () => {
  const [, , bare, ours] = requestsTable(measured).split("\n")
  const cellsOf = (line = "") => line.split("|").map((cell) => cell.trim())
  expect(cellsOf(bare)).toEqual(["", "floor: bare", "1000", "900–4000", "12.3", "40.0", "1.00", ""])
  expect(cellsOf(ours)).toEqual([
    "",
    "ours: GET /api/v1/me",
    "500",
    "100–700",
    "20.0",
    "50.0",
    "0.50",
    "",
  ])
  expect(requestsPicture(measured).bars).toEqual([
    { name: "floor: bare", value: 1_000 },
    { name: "ours: GET /api/v1/me", value: 500 },
  ])
})
