/// <reference types="vite/client" />
import { afterAll, expect, test, vi } from "vitest"
import { sessionCookieName } from "@/lib/auth/session-cookie"
import { connection, disconnect } from "@/lib/db/client"
import { arrive } from "@/scripts/fake-request"
import { addPerson, createWorld, issueTo } from "@/scripts/test-people"

vi.mock("next/headers", async () => (await import("@/scripts/fake-request")).nextHeaders)

const world = await createWorld()
vi.stubEnv("DATABASE_URL", world.urls.url)
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
afterAll(async () => {
  await disconnect(connection())
  await world.close()
})

const modules = import.meta.glob("./**/actions.ts", { eager: true }) as Record<
  string,
  Record<string, unknown>
>
const actions = Object.values(modules).flatMap((exported) => Object.entries(exported))
/** What somebody who is not logged in may do: log in, ask for a link, and use one. */
const open = [
  "askForMagicLinkAction",
  "confirmEmailAction",
  "forgotPasswordAction",
  "invitationPasswordAction",
  "logInAction",
  "logInByLinkAction",
  "reportAction",
  "resetPasswordAction",
  "undoEmailChangeAction",
]

test("every action that there is is found, and no more of them are open than those named", () => {
  expect(actions.length).toBeGreaterThan(10)
  expect(actions.map(([name]) => name)).toEqual(expect.arrayContaining(open))
  for (const [name] of actions) expect(name).toMatch(/Action$/)
})

test.each(actions.filter(([name]) => !open.includes(name)))(
  "%s turns an anonymous caller away",
  async (_, action) => {
    arrive({})
    expect(await digestOf(action)).toMatch(/^NEXT_REDIRECT;.*;\/login\?returnTo=/)
  },
)

test.each(actions)("%s turns a request of another site's page away", async (_, action) => {
  const { secret } = await issueTo(world, await addPerson(world, { role: "admin" }))
  const headers = { "sec-fetch-site": "cross-site" }
  arrive({ cookies: { [sessionCookieName]: secret }, headers })
  expect(await digestOf(action)).toMatch(/^NEXT_HTTP_ERROR_FALLBACK;404/)
})

const administrators = Object.entries(modules)
  .filter(([file]) => file.includes("/admin/"))
  .flatMap(([, exported]) => Object.entries(exported))

test.each(administrators)("%s does not exist for who is no administrator", async (_, action) => {
  const { secret } = await issueTo(world, await addPerson(world))
  arrive({ cookies: { [sessionCookieName]: secret } })
  expect(await digestOf(action)).toMatch(/^NEXT_HTTP_ERROR_FALLBACK;404/)
})

async function digestOf(action: unknown): Promise<string> {
  const call = action as (state: unknown, form: FormData) => Promise<unknown>
  const error: unknown = await call({ status: "idle" }, new FormData()).catch((thrown) => thrown)
  return error instanceof Error && "digest" in error
    ? String(error.digest)
    : `not refused: ${error}`
}
