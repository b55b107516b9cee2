/** The streams of open pages, as the app answers them. */
import { afterAll, expect, test, vi } from "vitest"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { connection, disconnect } from "@/lib/db/client"
import { goLive, isLive, streams } from "@/lib/db/live"
import { arrive } from "@/test/http/fake-request"
import { addPerson, createWorld, issueTo } from "@/test/world/people"
import { GET } from "./route"

vi.mock("next/headers", async () => (await import("@/test/http/fake-request")).nextHeaders)

const world = await createWorld()
vi.stubEnv("DATABASE_URL", world.urls.url)
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
const { sql } = world
const token = "log_out_everywhere.token"
const live = goLive({ warn: () => {} })
afterAll(async () => {
  await live.stop()
  await disconnect(connection())
  await world.close()
})

const ask = async (secret: string, accept = "text/event-stream") => {
  await expect.poll(isLive).toBe(true)
  arrive({ cookies: { [sessionCookieName]: secret } })
  return GET(new Request("http://localhost/api/live", { headers: { accept } }))
}

/** What a stream tells, text by text. */
function reading(answer: Response) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ""
  return async (expected: RegExp) => {
    while (!expected.test(text)) {
      const { value, done } = (await reader?.read()) ?? { done: true }
      if (done) throw new Error(`The stream ended after: ${text}`)
      text += value
    }
    return text
  }
}

test("only a live session has a stream, and none moves its last activity, nor does a poll", async () => {
  const { token: session, secret } = await issueTo(world, await addPerson(world))
  await sql(`UPDATE ${token} SET "lastActiveAt" = now() - interval '1 hour' WHERE id = $1`, [
    session.id,
  ])
  const before = await sql(`SELECT * FROM ${token} WHERE id = $1`, [session.id])
  const stream = await ask(secret)
  expect(stream.status).toBe(200)
  expect((await ask(secret, "*/*")).status).toBe(204)
  await sql(`UPDATE log_out_everywhere.owner SET epoch = epoch WHERE "userId" = $1`, [
    session.userId,
  ])
  await sql(`UPDATE ${token} SET name = 'x' WHERE id = $1`, [session.id])
  await sql(`UPDATE ${token} SET name = NULL WHERE id = $1`, [session.id])
  expect(await sql(`SELECT * FROM ${token} WHERE id = $1`, [session.id])).toEqual(before)

  await sql(
    `UPDATE ${token} SET "revokedAt" = now(), "revocationReason" = 'reported' WHERE id = $1`,
    [session.id],
  )
  expect(await reading(stream)(/ended/)).toContain("event: ended\ndata: reported\n\n")
  for (const secretOfNone of [secret, "x".repeat(43), ""]) {
    expect((await ask(secretOfNone)).status).toBe(401)
    expect((await ask(secretOfNone, "*/*")).status).toBe(401)
  }
})

test("an administrator's stream tells of anyone's log-in, and a user's does not", async () => {
  const hear = async (role: "admin" | "user") => {
    const { secret } = await issueTo(world, await addPerson(world, { role }))
    return reading(await ask(secret))
  }
  const [admin, user] = [await hear("admin"), await hear("user")]
  await issueTo(world, await addPerson(world))
  await admin(/data: everyone/)
  await sql(
    "UPDATE log_out_everywhere.realm SET generation = generation + 1 WHERE purpose = 'session'",
  )
  expect(await user(/ended/)).not.toContain("data: everyone\n")
})

test("an outage is no log-out, and takes the streams of which nobody can tell", async () => {
  const { secret } = await issueTo(world, await addPerson(world))
  const hear = reading(await ask(secret))
  await world.outage(async () => {
    arrive({ cookies: { [sessionCookieName]: secret } })
    const { status } = await GET(new Request("http://localhost/api/live"))
    expect(status).toBe(503)
  })
  await hear(/retry/)
  expect((await ask(secret)).status).toBe(200)
})

test("a process that stops ends its streams, and begins none", async () => {
  const { secret } = await issueTo(world, await addPerson(world))
  const hear = reading(await ask(secret))
  expect(streams()?.size).toBeGreaterThan(0)
  live.endStreams()
  await hear(/retry: \d+\n\nretry: \d+\n\n/)
  expect((await ask(secret)).status).toBe(503)
  expect(streams()?.size).toBe(0)
})
