import fc from "fast-check"
import { expect, test } from "vitest"
import { worstOf } from "@/test/fuzz/cost"
import { law, type Run } from "@/test/fuzz/law"
import { costliestRun } from "./time-budget"

function burn(ms: number) {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < ms * 1_000);
}

async function costOf(holds: (text: string) => void) {
  const runs: Run[] = []
  await law(fc.constant("&=".repeat(20)), holds).check(1, 1, (run) => runs.push(run))
  return costliestRun(runs)
}

test("an input that holds everything up is over its budget", async () => {
  const costly = await costOf((text) => burn(text.includes("&") ? 60 : 0))
  expect(costly).toMatchObject({ size: 40, what: expect.stringContaining("&=&=") })
  expect(costly?.share).toBeGreaterThan(1)
})

test("what any input of its size costs is nobody's fault", async () => {
  const costly = await costOf(() => burn(2))
  expect(costly?.share).toBeLessThan(1)
})

test("of many inputs the worst fifty are kept", () => {
  const { offer, items } = worstOf<number>()
  for (let each = 0; each < 1_000; each++) offer(each, (each * 7) % 1_000)
  expect(items()).toHaveLength(50)
  expect(Math.min(...items().map((each) => (each * 7) % 1_000))).toBe(950)
})
