import { expect, test } from "vitest"
import { isActionCall } from "./action-call"

/** An id as Next makes them: the first byte says which parameters are used. */
const idOf = (firstByte: number) => firstByte.toString(16).padStart(2, "0") + "a".repeat(40)
const taking = { nothing: idOf(0b0000_0000), oneValue: idOf(0b0100_0000), form: idOf(0b0110_0000) }

function fieldsOf(fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

const called = (model: string, ...more: [string, string][]) => fieldsOf([...more, ["0", model]])

test.each([
  ["an action with a form", taking.form, called('["$undefined","$K1"]', ["_1_email", "a@b.c"])],
  [
    "its state, as the action left it",
    taking.form,
    called('[{"status":"failed","message":"$$"},"$K1"]'),
  ],
  ["an action that takes nothing", taking.nothing, called("[]")],
  ["an action that takes a value", taking.oneValue, called('["oidc"]')],
])("a script calls %s", (_, id, fields) => {
  expect(isActionCall({ id, fields })).toBe(true)
})

const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`
test.each([
  ["no form", "[]"],
  ["nothing where its form should be", "[null,null]"],
  ["a text where its form should be", '[{"status":"idle"},"x"]'],
  ["what looks like a form", '[{},{"get":"$undefined"}]'],
  ["a map where its form should be", '[{},"$Q1"]'],
  ["a reference in its state", '["$n99","$K1"]'],
  ["a reference deep in its state", '[{"a":["$1:constructor"]},"$K1"]'],
  ["a prototype in its state", '[{"__proto__":{"a":1}},"$K1"]'],
  ["a state that is deeper than any", `[${deep},"$K1"]`],
  ["more than two arguments", '[{},"$K1",1]'],
  ["no list", '{"0":1}'],
  ["what is no JSON", "{{{"],
])("an action with a form is not called with %s", (_, model) => {
  expect(isActionCall({ id: taking.form, fields: called(model) })).toBe(false)
})

test("a call names its arguments once, and brings the fields of one form", () => {
  const model = '[{},"$K1"]'
  for (const fields of [called(model, ["0", model]), called(model, ["2", "{"]), fieldsOf([])])
    expect(isActionCall({ id: taking.form, fields })).toBe(false)
})

const bound = (id: string, state: string) =>
  fieldsOf([
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", JSON.stringify({ id, bound: "$@1" })],
    ["$ACTION_1:1", state],
    ["$ACTION_KEY", "k1"],
    ["email", "a@b.c"],
  ])

test.each([
  ["with its state", bound(taking.form, '[{"status":"idle"}]'), true],
  ["for an action that takes a value", bound(taking.oneValue, '["oidc"]'), true],
  ["for an action that takes nothing", fieldsOf([[`$ACTION_ID_${taking.nothing}`, ""]]), true],
  ["that names no action", fieldsOf([["email", "a@b.c"]]), true],
  ["without the state before the form", bound(taking.form, "[]"), false],
  ["with more than a state before the form", bound(taking.form, "[1,2]"), false],
  ["with a reference in its state", bound(taking.form, '["$1"]'), false],
  ["with a state that is no JSON", bound(taking.form, "{{{"), false],
  ["that leaves out what stands before it", fieldsOf([[`$ACTION_ID_${taking.form}`, ""]]), false],
  ["that leaves out its hidden fields", fieldsOf([["$ACTION_REF_1", ""]]), false],
])("a form %s", (_, fields, isCall) => {
  expect(isActionCall({ id: undefined, fields })).toBe(isCall)
})
