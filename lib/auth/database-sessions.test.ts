import { NextRequest } from "next/server"
import NextAuth from "next-auth"
import Credentials from "next-auth/providers/credentials"
import { afterAll, expect, test } from "vitest"
import { adapterOn, newLogIn } from "@/scripts/race-parts"
import { addPerson, createWorld, type Person } from "@/scripts/test-people"
import { databaseSessions } from "./database-sessions"
import { noteProof, runLogIn } from "./log-in-context"

const world = await createWorld()
afterAll(world.close)
const { stores } = world

test("a password log-in inside runLogIn makes a session, and outside of it none", async () => {
  const ann = await addPerson(world)
  const logIn = handlerFor(ann)

  const problems = await logIn()
  expect(problems).toMatch("Call signIn inside runLogIn")
  expect(await stores.tokens.countLive(ann.id)).toEqual({})

  expect(await runLogIn(newLogIn(ann, "password"), logIn)).toBe("")
  expect(await stores.tokens.countLive(ann.id)).toEqual({ session: 1 })
})

/** Logs the person in at NextAuth's own endpoint, and returns what NextAuth complained of. */
function handlerFor({ id }: Person): () => Promise<string> {
  const problems: string[] = []
  const { handlers } = NextAuth({
    ...databaseSessions(adapterOn(world.connection)),
    secret: "the secret of a test's NextAuth",
    trustHost: true,
    providers: [Credentials({ authorize: () => proved(id) })],
    logger: { error: ({ message }) => void problems.push(message) },
  })
  return async () => {
    const asked = await handlers.GET(request("csrf"))
    const { csrfToken } = await asked.json()
    const cookie = asked.headers.getSetCookie().map((line) => line.split(";")[0])
    const body = new URLSearchParams({ csrfToken })
    const headers = { Cookie: cookie.join("; ") }
    await handlers.POST(request("callback/credentials", { method: "POST", headers, body }))
    return problems.splice(0).join("\n")
  }
}

function proved(userId: string) {
  noteProof({ userId, epoch: 0, role: "user", method: "password" })
  return { id: userId }
}

const request = (action: string, init = {}) =>
  new NextRequest(`https://app.example/api/auth/${action}`, init)
