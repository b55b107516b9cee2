import { expect, test } from "vitest"
import { heapFlag } from "./heap-flag"

const gigabyte = 1024 ** 3
/** What Node says where nothing bounds the process. */
const unbounded = 2 ** 64

test.each([
  ["a container of half a gigabyte", gigabyte / 2, 16 * gigabyte, "--max-old-space-size=128"],
  ["a container of a gigabyte", gigabyte, 16 * gigabyte, "--max-old-space-size=256"],
  ["a large machine", unbounded, 64 * gigabyte, "--max-old-space-size=512"],
  ["a machine whose system says nothing", 0, gigabyte, "--max-old-space-size=256"],
  ["a bound above what there is", 8 * gigabyte, gigabyte, "--max-old-space-size=256"],
  ["very little", gigabyte / 8, gigabyte, "--max-old-space-size=128"],
])("%s bounds the heap", (_, constrained, total, flag) => {
  expect(heapFlag(constrained, total)).toBe(flag)
})

test("what the operator has chosen stands", () => {
  for (const options of ["--max-old-space-size=1000", "--trace-warnings --max_old_space_size=1"]) {
    expect(heapFlag(gigabyte, gigabyte, options)).toBe("")
  }
})
