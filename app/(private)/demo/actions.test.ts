import { afterAll, expect, test, vi } from "vitest"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { connection, disconnect } from "@/lib/db/client"
import { runAsDemo } from "@/lib/demo"
import { noOne, renderedForField } from "@/lib/rendered-for"
import { asAction, digestOf } from "@/test/http/action-calls"
import { arrive, nextHeaders } from "@/test/http/fake-request"
import { addPerson, createWorld, somePassword } from "@/test/world/people"
import { logInAsSampleAction } from "./actions"

vi.mock("next/headers", async () => (await import("@/test/http/fake-request")).nextHeaders)

const world = await createWorld()
vi.stubEnv("DATABASE_URL", world.urls.url)
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
// What the demo was once told by.
vi.stubEnv("LOE_DEMO", "1")
afterAll(async () => {
  await disconnect(connection())
  await world.close()
})

const person = await addPerson(world, { password: somePassword })
const ann = { name: "Ann", email: person.email }
const people = { admin: ann, ann, bob: ann }

const press = () => {
  const form = new FormData()
  form.append(renderedForField, noOne)
  form.append("sample", "ann")
  form.append("returnTo", "/account/history")
  arrive({})
  return form
}
const hasSession = async () => (await nextHeaders.cookies()).get(sessionCookieName) !== undefined

test("nobody is a sample person but in the demo; there one press logs in, as long as the password is the sample's", async () => {
  expect(await digestOf(logInAsSampleAction, press())).toMatch(/^NEXT_HTTP_ERROR_FALLBACK;404/)
  expect(await hasSession()).toBe(false)

  runAsDemo({ people, password: somePassword })
  expect(await digestOf(logInAsSampleAction, press())).toMatch(
    /^NEXT_REDIRECT;.*;\/login\/arrive\?returnTo=%2Faccount%2Fhistory/,
  )
  expect(await hasSession()).toBe(true)

  runAsDemo({ people, password: "another password" })
  expect(await asAction(logInAsSampleAction)({ status: "idle" }, press())).toMatchObject({
    status: "failed",
    message: expect.stringContaining("--reset"),
  })
  expect(await hasSession()).toBe(false)
})
