import { expect, test } from "vitest"
import { renderedForField } from "@/lib/rendered-for"
import { done, failed, idle } from "./form-state"
import { secretFields, withTyped } from "./typed"

function sentForm(...fields: readonly (readonly [string, string | File])[]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

test("a form that is to be sent again gets back all that was typed and chosen, as often as it was", () => {
  const form = sentForm(["email", " a@b "], ["token", "1"], ["token", "2"], ["name", ""])
  const proving = { status: "prove", message: "", act: null, hasPassword: true, providers: [] }
  for (const state of [failed("no"), proving]) {
    expect(withTyped(state, form)).toEqual({
      ...state,
      typed: { email: [" a@b "], token: ["1", "2"], name: [""] },
    })
  }
})

test("no secret comes back, nor a file, nor what no person typed", () => {
  const form = sentForm(
    ...secretFields.map((name) => [name, "lantern harbor"] as const),
    [renderedForField, "someone"],
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", "x"],
    ["__proto__", "ACTION"],
    ["file", new File(["x"], "x")],
  )
  expect(withTyped(failed("no"), form)).toMatchObject({ typed: { file: [] } })
  expect(JSON.stringify(withTyped(failed("no"), form))).not.toMatch(/lantern|someone|ACTION/)
})

test("a form that is done gets nothing back", () => {
  const form = sentForm(["email", "a@b"])
  for (const state of [idle, done("yes"), { status: "made" }, null, undefined]) {
    expect(withTyped(state, form)).toBe(state)
  }
})
