/// <reference types="vite/client" />

import { expect, test } from "vitest"
import { isAct } from "@/app/act"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { answeredForm, asAction, digestOf, everythingWritten } from "@/test/http/action-calls"
import { arrive } from "@/test/http/fake-request"
import { world } from "@/test/world/app-world"
import { addPerson, issueTo, somePassword } from "@/test/world/people"

const modules = import.meta.glob("./**/actions.ts", { eager: true }) as Record<
  string,
  Record<string, unknown>
>
const actions = Object.values(modules).flatMap((exported) => Object.entries(exported))
/** What somebody who is not logged in may do: log in, ask for a link, use one, and choose light or dark and exact times. */
const open = [
  "askForMagicLinkAction",
  "chooseThemeAction",
  "chooseTimesAction",
  "confirmEmailAction",
  "forgotPasswordAction",
  "invitationPasswordAction",
  "logInAction",
  // In the demo alone.
  "logInAsSampleAction",
  "logInByLinkAction",
  "reportAction",
  "resetPasswordAction",
  "undoEmailChangeAction",
]

/** What takes a person's being logged in and no more. Whatever is not named here asks for proof. */
const withoutProof = [
  // The answer looks the same for everybody.
  "stayLoggedInAction",
  // It only stops what was asked for with proof.
  "cancelEmailChangeAction",
  // It is how a person without a password comes by a proof.
  "proveWithProviderAction",
]

test.each(actions)(
  "%s comes from the wrapper that asks for whom its page was rendered",
  (_, action) => {
    expect(isAct(action)).toBe(true)
  },
)

test("every action that there is is found, and those named as open or without proof exist", () => {
  expect(actions.length).toBeGreaterThan(10)
  expect(actions.map(([name]) => name)).toEqual(expect.arrayContaining([...open, ...withoutProof]))
  for (const [name] of actions) expect(name).toMatch(/Action$/)
})

test.each(actions.filter(([name]) => !open.includes(name)))(
  "%s turns an anonymous caller away",
  async (_, action) => {
    arrive({})
    expect(await digestOf(action, new FormData())).toMatch(/^NEXT_REDIRECT;.*;\/login\?returnTo=/)
  },
)

test.each(actions)("%s turns a request of another site's page away", async (_, action) => {
  const { secret } = await issueTo(world, await addPerson(world, { role: "admin" }))
  const headers = { "sec-fetch-site": "cross-site" }
  arrive({ cookies: { [sessionCookieName]: secret }, headers })
  expect(await digestOf(action, new FormData())).toMatch(/^NEXT_HTTP_ERROR_FALLBACK;404/)
})

const administrators = Object.entries(modules)
  .filter(([file]) => file.includes("/admin/"))
  .flatMap(([, exported]) => Object.entries(exported))

test.each(administrators)("%s does not exist for who is no administrator", async (_, action) => {
  const person = await addPerson(world)
  const { secret } = await issueTo(world, person)
  const form = await answeredForm(world, person)
  arrive({ cookies: { [sessionCookieName]: secret } })
  expect(await digestOf(action, form)).toMatch(/^NEXT_HTTP_ERROR_FALLBACK;404/)
})

test.each(actions.filter(([name]) => ![...open, ...withoutProof].includes(name)))(
  "%s does nothing for who proved themselves an hour ago, and asks for proof",
  async (name, action) => {
    // A person who has a password changes it with the present one, which is the proof.
    const passwords = name === "changePasswordAction" ? [null] : [somePassword, null]
    for (const password of passwords) {
      const person = await addPerson(world, { role: "admin", password })
      const { token, secret } = await issueTo(world, person)
      await world.sql(
        `UPDATE log_out_everywhere.token SET "provedAt" = now() - interval '1 hour' WHERE id = $1`,
        [token.id],
      )
      const form = await answeredForm(world, person)
      const before = await everythingWritten(world)

      arrive({ cookies: { [sessionCookieName]: secret } })
      expect(await asAction(action)({ status: "idle" }, form)).toMatchObject({ status: "prove" })
      expect(await everythingWritten(world)).toEqual(before)
    }
  },
)
