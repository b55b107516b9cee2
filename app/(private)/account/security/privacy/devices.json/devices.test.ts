import { hashSecret } from "log-out-everywhere"
import { expect, test } from "vitest"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { nameBrowser } from "@/lib/users/account/name-browser"
import { logUserOut } from "@/lib/users/admin/log-user-out"
import { revokeSession } from "@/lib/users/log-in/log-out"
import { arrive } from "@/test/http/fake-request"
import { logInBy } from "@/test/races/browsers"
import { world } from "@/test/world/app-world"
import { actorIn, addPerson, anAdministrator, issueTo } from "@/test/world/people"
import { GET } from "./route"

test("the file has what is kept of the person's devices, live and ended, and nothing to log in with", async () => {
  const [ann, bob, root] = [
    await addPerson(world),
    await addPerson(world),
    await anAdministrator(world),
  ]
  const his = await issueTo(world, bob)
  const ended = await issueTo(world, ann)
  await logUserOut(world, root, { userId: ann.id, purposes: ["session"], reason: null })
  const { issued: here, secrets } = await logInBy(world, ann)
  await nameBrowser(world, actorIn(ann, here), {
    browserId: String(here.token.browserId),
    name: "The red one",
  })
  const phone = await issueTo(world, ann)
  await revokeSession(world, actorIn(ann, here), phone.token.id)
  const api = await issueTo(world, ann, { purpose: "api" })
  const link = await issueTo(world, ann, { purpose: "password_reset" })

  arrive({ cookies: { [sessionCookieName]: here.secret } })
  const answer = await GET()
  expect(Object.fromEntries(answer.headers)).toEqual({
    "content-type": "application/json",
    "content-disposition": expect.stringMatching(
      /^attachment; filename="devices-[\d-]{10}\.json"$/,
    ),
    "cache-control": "no-store",
  })
  const text = await answer.text()
  const data = JSON.parse(text)
  const toldOf = (tokens: { id: string; status: string; reason: string | null }[]) =>
    tokens.map(({ id, status, reason }) => [id, status, reason])
  expect(toldOf(data.sessions)).toEqual([
    [phone.token.id, "revoked", "revoked_by_user"],
    [here.token.id, "active", null],
    [ended.token.id, "revoked", "revoked_by_admin"],
  ])
  expect(toldOf(data.apiTokens)).toEqual([[api.token.id, "active", null]])
  expect(toldOf(data.browsers)).toEqual([[here.token.browserId, "active", null]])
  expect(data.browsers[0].ownName).toBe("The red one")
  expect(data.history.map(({ action, by }: Record<string, string>) => [action, by])).toEqual([
    ["revoke_session", "self"],
    ["name_browser", "self"],
    ["log_in", "self"],
    ["log_out_everywhere", "administrator"],
  ])
  expect(data.isWhole).toBe(true)

  const all = [here, phone, ended, api, link, his]
  for (const secret of [...all.map((each) => each.secret), ...secrets]) {
    const hash = Buffer.from(hashSecret(secret))
    for (const hidden of [secret, hash.toString("hex"), hash.toString("base64")]) {
      expect(text).not.toContain(hidden)
    }
  }
  const [person] = await world.sql<{ passwordHash: string }>(
    `SELECT "passwordHash" FROM "User" WHERE id = $1`,
    [ann.id],
  )
  for (const hidden of [person?.passwordHash, his.token.id, bob.id, root.userId, root.address]) {
    expect(text).not.toContain(hidden)
  }
})

test("nobody gets it who is not logged in: they come to the page by way of the log-in", async () => {
  const { token, secret } = await issueTo(world, await addPerson(world))
  for (const cookies of [{}, { [sessionCookieName]: secret }]) {
    await world.sql(`UPDATE log_out_everywhere.token SET "expiresAt" = now() WHERE id = $1`, [
      token.id,
    ])
    arrive({ cookies })
    await expect(GET()).rejects.toMatchObject({
      digest: expect.stringContaining("/login?returnTo=%2Faccount%2Fsecurity%2Fprivacy"),
    })
  }
})
