import { expect, test } from "vitest"
import { passwordProblem } from "./password-problem"
import { strengthOf } from "./password-strength"

const owner = { email: "ann@example.com", name: "Ann Other" }
const judge = (password: string) => strengthOf(password, owner, 12)

test.each([
  ["lantern", "too_short"],
  ["Password1234", "too_common"],
  ["ann@example.com1", "too_personal"],
  ["long ".repeat(40), "too_long"],
])("%s is refused, for the reason that the server gives", (password, problem) => {
  expect(judge(password)).toEqual({ level: 0, problem })
  expect(passwordProblem(password, owner, 12)).toBe(problem)
})

test.each([
  ["abcdefghijklmnop", { level: 1, weakness: "sequence" }],
  ["qwertyuiopasdfgh", { level: 1, weakness: "word" }],
  ["abcdabcdabcdabcd", { level: 1, weakness: "repeat" }],
  ["lantern harbor", { level: 3 }],
  ["lantern harbor demo", { level: 4 }],
])("%s may be set, and is told how strong it is", (password, strength) => {
  expect(judge(password)).toEqual(strength)
  expect(passwordProblem(password, owner, 12)).toBeNull()
})

test("another word makes each of them stronger", () => {
  for (const password of ["abcdefghijklmnop", "qwertyuiopasdfgh", "lantern harbor"]) {
    expect(judge(`${password} seven herons`).level).toBeGreaterThan(judge(password).level)
  }
})
