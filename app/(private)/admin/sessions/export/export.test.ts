import { NextRequest } from "next/server"
import { expect, test } from "vitest"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { arrive } from "@/test/http/fake-request"
import { world } from "@/test/world/app-world"
import { addSessions } from "@/test/world/listed-tokens"
import { addPerson, issueTo } from "@/test/world/people"
import { GET } from "./route"

async function anAdmin() {
  const admin = await addPerson(world, { role: "admin" })
  return { admin, ...(await issueTo(world, admin)) }
}

const ask = (secret: string, query: string, headers = {}) => {
  arrive({ cookies: { [sessionCookieName]: secret }, headers })
  return GET(new NextRequest(`http://localhost:3000/admin/sessions/export?${query}`, { headers }))
}

const redirected = (asked: Promise<Response>) =>
  asked.then(
    () => "",
    (error: { digest?: string }) => error.digest,
  )

test("all that a filter finds is in the file once, in either format, and the audit log says who took it", async () => {
  const { admin, secret } = await anAdmin()
  const id = await addSessions(world, "many@export.example", 1_203)
  const csv = await (await ask(secret, `person=${id}&format=csv`)).text()
  const lines = csv.trim().split("\r\n")
  expect(lines).toHaveLength(1_204)
  expect(lines[0]).toMatch(/^id,purpose,status,userId,email,/)
  const answer = await ask(secret, `q=many@export.example&format=jsonl`)
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="sessions-[\d-]+\.jsonl"$/,
  )
  const rows = (await answer.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  expect(new Set(rows.map((row) => row.id)).size).toBe(1_203)
  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(rows.map((row) => row.id))

  const told = await world.sql(
    `SELECT count, details FROM "AuditEvent" WHERE "actorId" = $1 AND action = 'export_sessions' ORDER BY at`,
    [admin.id],
  )
  const filter = `person=${id}`
  expect(told).toEqual([
    { count: 1_203, details: { filter, format: "csv" } },
    { count: 1_203, details: { filter, format: "jsonl" } },
  ])
})

test.each(["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1"])(
  "what begins as a formula, like %j, is a text in the file, and no secret or hash is in it",
  async (name) => {
    const { secret } = await anAdmin()
    const person = await addPerson(world)
    const session = await issueTo(world, person)
    await world.sql(`UPDATE "User" SET name = $2 WHERE id = $1`, [person.id, name])
    const csv = await (await ask(secret, `person=${person.id}&format=csv`)).text()
    expect(csv).toContain(`'${name}`)
    expect(csv).not.toMatch(new RegExp(`(?:^|,|")${name.replace(/[|'!()+@=\\/]/g, "\\$&")}`, "m"))
    expect(csv).not.toContain(session.secret)
  },
)

test("without a recent proof, from another site, or half understood, it gives nothing and writes nothing", async () => {
  const { admin, secret, token } = await anAdmin()
  expect(await redirected(ask(secret, "address=10.0.0.0/99&format=csv"))).toContain("404")
  expect(await redirected(ask(secret, "format=exe"))).toContain("404")
  const foreign = { "sec-fetch-site": "cross-site" }
  expect(await redirected(ask(secret, "format=csv", foreign))).toContain(";/admin/sessions;")
  await world.sql(
    `UPDATE log_out_everywhere.token SET "provedAt" = now() - interval '1 hour' WHERE id = $1`,
    [token.id],
  )
  expect(await redirected(ask(secret, "format=csv"))).toContain(";/admin/sessions;")
  expect(await world.sql(`SELECT FROM "AuditEvent" WHERE "actorId" = $1`, [admin.id])).toEqual([])
})

test("it is not there for a person who is no administrator", async () => {
  const { secret } = await issueTo(world, await addPerson(world))
  expect(await redirected(ask(secret, "format=csv"))).toContain("404")
})
