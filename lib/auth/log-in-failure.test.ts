import { AuthError, CredentialsSignin } from "next-auth"
import { expect, test } from "vitest"
import { words } from "@/lib/texts/words"
import { logInFailures, refusal, refusalOf } from "./log-in-failure"

test("a log-in that worked was refused for no reason", async () => {
  expect(await refusalOf(Promise.resolve("https://app.example/"))).toBe(null)
})

test.each(logInFailures)("%s comes back by its name, and has a sentence", async (failure) => {
  expect(await refusalOf(Promise.reject(refusal(failure)))).toBe(failure)
  expect(words("login")(`failures.${failure}`)).toMatch(/\w\.$/)
})

test.each([
  ["NextAuth's own refusal", new CredentialsSignin("not ours")],
  ["another error of NextAuth's", new AuthError("changed_meanwhile")],
  ["an outage", new Error("The database is down.")],
  [
    "a redirect",
    Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;push;/;307;" }),
  ],
])("%s is no answer, and is thrown on", async (_, error) => {
  await expect(refusalOf(Promise.reject(error))).rejects.toBe(error)
})
