import { newSecret } from "log-out-everywhere"
import { expect, test } from "vitest"
import { sealWith } from "./seal"

const mail = { kind: "magic_link", to: "ann@example.com" } as const
const seal = sealWith("kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
const secret = newSecret()
const sealed = await seal.close(secret, mail)

test("a sealed secret opens again, in another process too", async () => {
  const other = sealWith("kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
  expect(await other.open(sealed, mail)).toEqual({ ok: true, value: secret })
})

test("a sealed secret shows nothing of the secret, and looks different each time", async () => {
  const parts = sealed.split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"))
  expect([sealed, ...parts].join()).not.toContain(secret)
  expect(await seal.close(secret, mail)).not.toBe(sealed)
})

test("under another AUTH_SECRET it says that the key is another", async () => {
  const other = sealWith("pW8zL1mN5vB7xK3qR9tY2uI6oA4sD0fG")
  expect(await other.open(sealed, mail)).toEqual({ ok: false, failure: "other_key" })
})

test("what was sealed before a new AUTH_SECRET opens while the one before is given", async () => {
  const [before, now] = ["kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu", "pW8zL1mN5vB7xK3qR9tY2uI6oA4sD0fG"]
  const both = sealWith(now, before)
  expect(await both.open(sealed, mail)).toEqual({ ok: true, value: secret })
  expect(await sealWith(now).open(await both.close(secret, mail), mail)).toMatchObject({ ok: true })
})

test.each([
  ["another address", sealed, { ...mail, to: "thief@example.com" }],
  ["another kind of mail", sealed, { ...mail, kind: "password_reset" } as const],
  ["one letter changed", changed(sealed), mail],
  ["something else in its place", "not sealed", mail],
  ["nothing in its place", "", mail],
])("with %s it does not open", async (_, text, claimed) => {
  expect(await seal.open(text, claimed)).toEqual({ ok: false, failure: "altered" })
})

function changed(text: string): string {
  const at = text.lastIndexOf(".") - 3
  return text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1)
}
