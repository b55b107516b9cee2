import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { afterAll, expect, test, vi } from "vitest"
import { changePasswordAction } from "@/app/(private)/account/security/actions"
import { RenderedFor } from "@/components/acts/rendered-for"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { connection, disconnect } from "@/lib/db/client"
import { renderedForField } from "@/lib/rendered-for"
import { arrive } from "@/test/http/fake-request"
import { inEnglish } from "@/test/world/in-english"
import { addPerson, createWorld, issueTo, statusOf } from "@/test/world/people"
import { PasswordForm } from "./password-form"

vi.mock("next/headers", async () => (await import("@/test/http/fake-request")).nextHeaders)
/** The policy as it stands but for `applyOnPasswordChange: false`, which is a line of a file. */
vi.mock("@/authentication", async (original) => {
  const { authentication } = await original<typeof import("@/authentication")>()
  const { triggers } = authentication
  const password_changed = { scope: "ask", purposes: triggers.password_changed.purposes }
  return { authentication: { ...authentication, triggers: { ...triggers, password_changed } } }
})

const world = await createWorld()
vi.stubEnv("DATABASE_URL", world.urls.url)
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
afterAll(async () => {
  await disconnect(connection())
  await world.close()
})

test.each([
  ["stay logged in where the person took the tick away", null, "active"],
  ["are logged out where the person left the tick", "on", "revoked"],
] as const)("the other devices %s", async (_, endOthers, status) => {
  const person = await addPerson(world)
  const [current, other] = [await issueTo(world, person), await issueTo(world, person)]
  const link = await issueTo(world, person, { purpose: "password_reset" })
  const form = new FormData()
  form.append(renderedForField, person.id)
  form.append("currentPassword", person.password)
  for (const field of ["newPassword", "newPasswordAgain"]) {
    form.append(field, "seven quiet herons wade")
  }
  if (endOthers) form.append("endOthers", endOthers)

  const headers = { "next-action": "a script's" }
  arrive({ cookies: { [sessionCookieName]: current.secret }, headers })
  expect(await changePasswordAction({ status: "idle" }, form)).toMatchObject({ status: "done" })
  expect(await statusOf(world, other.secret)).toBe(status)
  expect(await statusOf(world, link.secret, "password_reset")).toBe("revoked")
})

test("where the policy asks, the form has a box to tick, ticked already; else it has none", () => {
  const formOf = (isAsked: boolean) =>
    renderToStaticMarkup(
      inEnglish(
        createElement(
          RenderedFor,
          { mark: "ann" },
          createElement(PasswordForm, {
            owner: { email: "ann@example.com" },
            hasPassword: true,
            minimumLength: 12,
            ends: "Ends 1 session.",
            isAsked,
          }),
        ),
      ),
    )
  expect(formOf(true)).toMatch(/<input[^>]* name="endOthers"[^>]* checked=""/)
  expect(formOf(false)).not.toContain("endOthers")
})
