/// <reference types="vite/client" />

import { expect, test } from "vitest"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { noOne, renderedForField } from "@/lib/rendered-for"
import { answeredForm, digestOf, everythingWritten, openLinkOf } from "@/test/http/action-calls"
import { arrive } from "@/test/http/fake-request"
import { world } from "@/test/world/app-world"
import { addPerson, issueTo } from "@/test/world/people"

const modules = import.meta.glob("./**/actions.ts", { eager: true }) as Record<
  string,
  Record<string, unknown>
>
const actions = Object.values(modules).flatMap((exported) => Object.entries(exported))

const stalePage = /^NEXT_REDIRECT;.*;\/stale-page\?returnTo=/

test.each(actions)(
  "%s does nothing from a page that was rendered for another than who is logged in now",
  async (name, action) => {
    for (const role of ["admin", "user"] as const) {
      const one = await addPerson(world, { role: "admin" })
      const two = await addPerson(world, { role })
      const { secret } = await issueTo(world, two)
      const link = await openLinkOf(world, two, name)
      const form = await answeredForm(world, two, link.fields)
      const before = await everythingWritten(world)
      arrive({ cookies: { [sessionCookieName]: secret, ...link.cookies } })

      for (const mark of [one.id, noOne, "", two.id.toUpperCase()]) {
        form.set(renderedForField, mark)
        expect(await digestOf(action, form)).toMatch(stalePage)
      }
      form.delete(renderedForField)
      expect(await digestOf(action, form)).toMatch(stalePage)
      expect(await everythingWritten(world)).toEqual(before)
    }
  },
)

test.each(actions)("%s is not stopped by that on the person's own page", async (name, action) => {
  const person = await addPerson(world, { role: "admin" })
  const { secret } = await issueTo(world, person)
  const link = await openLinkOf(world, person, name)
  const form = await answeredForm(world, person, link.fields)
  arrive({ cookies: { [sessionCookieName]: secret, ...link.cookies } })
  expect(await digestOf(action, form)).not.toMatch(stalePage)
})

test.each(actions)(
  "%s takes no form that does not say for whom it was rendered",
  async (_, action) => {
    arrive({})
    expect(await digestOf(action, new FormData())).toMatch(/;\/(stale-page|login)\?returnTo=/)
  },
)

const sources = import.meta.glob("./**/page.tsx", { query: "?raw", import: "default", eager: true })
// In a glob's own pattern, the parentheses of the folder's name would mean something else.
const pages = Object.entries(sources).filter(([file]) => file.startsWith("./(private)/"))

test("the pages behind log-in are found", () => {
  expect(pages.length).toBeGreaterThan(8)
})

test.each(pages)("%s shows under its own person's name alone", (_, source) => {
  expect(source).toMatch(/<PersonalPage|^ {2}(?:redirect|notFound)\(/m)
})
