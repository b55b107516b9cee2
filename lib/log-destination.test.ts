import { closeSync, openSync } from "node:fs"
import { expect, test } from "vitest"
import { logDestination } from "./log-destination"

const failing = (code: string) => Object.assign(new Error(code), { code })
const lostLine = (lost: number) => `lost ${lost}\n`

/** A disk that can be full, and takes so many bytes at once. */
function disk({ takes = Number.POSITIVE_INFINITY } = {}) {
  const state = { text: "", problem: "", tries: 0, now: 0 }
  const write = (_: number, bytes: Buffer) => {
    state.tries++
    if (state.problem) throw failing(state.problem)
    const taken = bytes.subarray(0, takes)
    state.text += taken
    return taken.length
  }
  const now = () => state.now
  return { state, log: logDestination(1, { write, now, lostLine }) }
}

test.each(["ENOSPC", "EPIPE", "EIO"])(
  "while the destination answers %s lines are lost and counted, and told of when it is mended",
  (problem) => {
    const { state, log } = disk()
    log.write("first\n")
    state.problem = problem
    for (let line = 0; line < 10_000; line++) log.write("lost\n")
    expect(state.tries, "it is not tried for each line").toBe(2)

    state.problem = ""
    log.write("still within the pause\n")
    state.now += 1_000
    log.write("again\n")
    log.write("on\n")
    expect(state.text).toBe("first\nlost 10001\nagain\non\n")
  },
)

test("a line that is taken piece by piece comes out whole", () => {
  const { state, log } = disk({ takes: 3 })
  log.write("a whole line\n")
  expect(state.text).toBe("a whole line\n")
})

test("a line that was torn off is ended before the next one", () => {
  const { state, log } = disk({ takes: 3 })
  const text = () => state.text
  Object.defineProperty(state, "problem", { get: () => (text().length === 3 ? "ENOSPC" : "") })
  log.write("torn\n")
  expect(text()).toBe("tor")

  Object.defineProperty(state, "problem", { value: "" })
  state.now += 1_000
  log.write("next\n")
  expect(text()).toBe("tor\nlost 1\nnext\n")
})

test("a reader that stopped reading is waited for a while only", () => {
  let now = 0
  const write = () => {
    now += 10
    throw failing("EAGAIN")
  }
  const log = logDestination(1, { write, now: () => now, lostLine })
  log.write("one\n")
  const until = now
  expect(until).toBeLessThan(500)
  log.write("two\n")
  expect(now).toBe(until)
})

test("a full device takes nothing and breaks nothing", () => {
  const full = openSync("/dev/full", "w")
  const log = logDestination(full, { lostLine })
  for (let line = 0; line < 1_000; line++) log.write("line\n")
  closeSync(full)
})
