import { expect, test } from "vitest"
import { english } from "./en"
import { inLanguage } from "./language"
import { translation } from "./translation"
import { words } from "./words"

test("a text is written with what it names", () => {
  expect(words("logInForm")("withProvider", { provider: "GitHub" })).toBe("Continue with GitHub")
})

test("a key or a value that a text lacks does not compile, and is no text", () => {
  const t = words("logInForm")
  // @ts-expect-error
  expect(() => words("loginForm")("title")).toThrow()
  // @ts-expect-error
  expect(() => t("nothing")).toThrow("nothing")
  // @ts-expect-error
  expect(() => t("withProvider")).toThrow("provider")
  // @ts-expect-error
  expect(() => t("withProvider", { person: "Ann" })).toThrow("provider")
})

test("another language with a key too few or too many does not compile", () => {
  const { login, ...others } = english
  expect(translation(english)).toBe(english)
  // @ts-expect-error
  translation(others)
  // @ts-expect-error
  translation({ ...others, login: { ...login, title: { of: "Log in" } } })
  const tooMany = { ...others, login: { ...login, more: "More" } }
  // @ts-expect-error
  translation(tooMany)
})

test("what a request starts speaks its language", async () => {
  const title = inLanguage("en-GB", async () => {
    await Promise.resolve()
    return words("login")("title")
  })
  expect(await title).toBe("Log in")
})
