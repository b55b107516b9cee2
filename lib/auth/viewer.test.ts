import { hashSecret, type TokenPurpose, tokenPurposes } from "log-out-everywhere"
import { beforeEach, describe, expect, test } from "vitest"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { noOne, renderedForField } from "@/lib/rendered-for"
import { arrive } from "@/test/http/fake-request"
import { world } from "@/test/world/app-world"
import { addPerson, issueTo, type Person } from "@/test/world/people"
import {
  getViewer,
  requireAdmin,
  requireAdminToAct,
  requireViewer,
  requireViewerToAct,
} from "./viewer"

const { sql, stores } = world

const toLogIn = /^NEXT_REDIRECT;.*;\/login\?returnTo=/
const notFound = /^NEXT_HTTP_ERROR_FALLBACK;404/
const form = new FormData()
const gates = {
  requireViewer,
  requireAdmin,
  requireViewerToAct: () => requireViewerToAct(form),
  requireAdminToAct: () => requireAdminToAct(form),
}

beforeEach(() => arrive({}))

describe.each(Object.entries(gates))("%s", (_, gate) => {
  test("lets an administrator's live session in, and tells whose it is", async () => {
    const root = await addPerson(world, { role: "admin" })
    const { token, secret } = await issueTo(world, root)
    visit(secret, root)
    expect(await gate()).toMatchObject({
      userId: root.id,
      email: root.email,
      isAdmin: true,
      session: { id: token.id },
    })
  })

  test.each(["", "garbage", "x".repeat(100_000), "\u0000\uFFFF"])(
    "sends whoever brings nothing of worth to log in",
    async (secret) => {
      const before = await rows()
      visit(secret)
      expect(await digestOf(gate())).toMatch(toLogIn)
      expect(await rows()).toEqual(before)
    },
  )

  test.each(tokenPurposes.filter((purpose) => purpose !== "session"))(
    "does not take a secret for %s for a session",
    async (purpose: TokenPurpose) => {
      const { secret } = await issueTo(world, await addPerson(world, { role: "admin" }), {
        purpose,
      })
      visit(secret)
      expect(await digestOf(gate())).toMatch(toLogIn)
    },
  )

  test.each([
    [
      "was revoked",
      `UPDATE log_out_everywhere.token SET "revokedAt" = now(), "revocationReason" = 'log_out' WHERE id = $1`,
    ],
    [
      "has gone idle",
      `UPDATE log_out_everywhere.token SET "idleAt" = now() - interval '1 second' WHERE id = $1`,
    ],
    [
      "has expired",
      `UPDATE log_out_everywhere.token SET "expiresAt" = now() - interval '1 second' WHERE id = $1`,
    ],
    ["was deleted by hand", `DELETE FROM log_out_everywhere.token WHERE id = $1`],
    [
      "bears an old epoch",
      `UPDATE log_out_everywhere.owner SET epoch = epoch + 1 WHERE "userId" = (SELECT "userId" FROM log_out_everywhere.token WHERE id = $1)`,
    ],
    [
      "belongs to somebody disabled",
      `UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = (SELECT "userId" FROM log_out_everywhere.token WHERE id = $1)`,
    ],
  ])("refuses, from the next request on, a session that %s", async (_, change) => {
    const root = await addPerson(world, { role: "admin" })
    const { token, secret } = await issueTo(world, root)
    visit(secret, root)
    expect(await gate()).toMatchObject({ session: { id: token.id } })
    await sql(change, [token.id])
    expect(await digestOf(gate())).toMatch(toLogIn)
  })

  test("tells an outage from being logged out", async () => {
    const root = await addPerson(world, { role: "admin" })
    const { secret } = await issueTo(world, root)
    visit(secret, root)
    await world.outage(async () => {
      const error: unknown = await gate().catch((thrown) => thrown)
      expect(error).toBeInstanceOf(Error)
      expect(error).not.toHaveProperty("digest")
    })
    expect(await gate()).toMatchObject({ isAdmin: true })
  })
})

test.each([gates.requireAdmin, gates.requireAdminToAct])(
  "who is no administrator learns nothing of /admin, and it is written down",
  async (gate) => {
    const ann = await addPerson(world)
    visit((await issueTo(world, ann)).secret, ann)
    expect(await digestOf(gate())).toMatch(notFound)
    const entries = await sql(`SELECT action FROM "AuditEvent" WHERE "actorId" = $1`, [ann.id])
    expect(entries).toEqual([{ action: "access_refused" }])
  },
)

test.each(["cross-site", "same-site", "none of these"])(
  "nobody acts from another site's page (%s)",
  async (site) => {
    const root = await addPerson(world, { role: "admin" })
    const { secret } = await issueTo(world, root)
    visit(secret, root, { "sec-fetch-site": site })
    expect(await digestOf(gates.requireViewerToAct())).toMatch(notFound)
    expect(await digestOf(gates.requireAdminToAct())).toMatch(notFound)
    expect(await requireViewer()).toMatchObject({ isAdmin: true })
  },
)

test("where one wanted to go is kept for after the log-in", async () => {
  arrive({ headers: { "x-loe-path": "/admin/users?search=a b&page=2" } })
  expect(await digestOf(requireViewer())).toContain(
    "/login?returnTo=%2Fadmin%2Fusers%3Fsearch%3Da%20b%26page%3D2",
  )
})

test.each([
  ["a person's visit", {}, true],
  ["a page fetched ahead by the browser", { "sec-purpose": "prefetch;prerender" }, false],
  ["a page fetched ahead by an older browser", { purpose: "prefetch" }, false],
  ["a page fetched ahead by an older Firefox", { "x-moz": "prefetch" }, false],
  ["a question whether the page is there", { "x-loe-method": "HEAD" }, false],
])("%s touches: %s", async (_, headers, touches) => {
  const { token, secret } = await issueTo(world, await addPerson(world))
  await sql(
    `UPDATE log_out_everywhere.token SET "lastActiveAt" = now() - interval '61 seconds' WHERE id = $1`,
    [token.id],
  )
  visit(secret, null, headers)
  expect(await getViewer()).not.toBe(null)
  const found = await stores.tokens.findByHash(hashSecret(secret))
  const idleMs = Number(found?.now) - Number(found?.token.lastActiveAt)
  expect(idleMs < 60_000).toBe(touches)
})

test.each([
  ["9 minutes", true],
  ["10 minutes", false],
])("a proof of %s ago is fresh: %s", async (ago, isFresh) => {
  const { token, secret } = await issueTo(world, await addPerson(world))
  // Cut as JavaScript cuts the clock that is read; the column would round it, up to half a millisecond ahead.
  const provedAt = `date_trunc('milliseconds', now()) - $2::interval`
  await sql(`UPDATE log_out_everywhere.token SET "provedAt" = ${provedAt} WHERE id = $1`, [
    token.id,
    ago,
  ])
  visit(secret)
  expect(await getViewer()).toMatchObject({ isFresh })
})

/** A request out of a page that was rendered for this person. */
function visit(secret: string, person: Person | null = null, headers = {}) {
  form.set(renderedForField, person?.id ?? noOne)
  arrive({ cookies: { [sessionCookieName]: secret }, headers })
}

async function digestOf(refused: Promise<unknown>): Promise<string> {
  const error: unknown = await refused.catch((thrown) => thrown)
  return error instanceof Error && "digest" in error
    ? String(error.digest)
    : `not refused: ${error}`
}

function rows() {
  return sql(
    `SELECT (SELECT count(*) FROM "User") AS users, (SELECT count(*) FROM log_out_everywhere.token) AS tokens`,
  )
}
