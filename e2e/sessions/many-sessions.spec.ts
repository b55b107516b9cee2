import { hashSecret } from "log-out-everywhere"
import { apiClient } from "@/e2e/support/api-client"
import { firefox } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"
import type { Ask } from "@/e2e/support/thief"

const maxLength = 170_000

test("with 10,000 ended sessions every live one is on a page of moderate size, also without JavaScript", async ({
  user,
  admin,
  issueTo,
  askWith,
  address,
  database,
}) => {
  await database.sql(
    `INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
       "lastActiveAt", "idleAt", "expiresAt", "revokedAt", "revocationReason", "userAgent")
     SELECT sha256(gen_random_uuid()::text::bytea), 'session', $1, 0, r.generation, 'password', i, i, now(),
       i + interval '2 hours', i + interval '12 hours', CASE WHEN n % 2 = 0 THEN i END,
       CASE WHEN n % 2 = 0 THEN 'log_out' END, $2
     FROM (SELECT n, now() - interval '1 day' - n * interval '1 second' AS i FROM generate_series(1, 10000) n) begun,
       log_out_everywhere.realm r WHERE r.purpose = 'session'`,
    user.id,
    firefox.userAgent,
  )
  const secrets: string[] = []
  for (let n = 0; n < 50; n++) secrets.push(await issueTo(user, firefox))
  const live = await database.sql<{ id: string; hash: Buffer }>(
    `SELECT id, hash FROM log_out_everywhere.token WHERE hash = ANY($1)`,
    secrets.map((secret) => Buffer.from(hashSecret(secret))),
  )
  const own = secrets[25] ?? ""
  const ownId = live.find(({ hash }) => hash.equals(Buffer.from(hashSecret(own))))?.id ?? ""
  const others = live.map(({ id }) => id).filter((id) => id !== ownId)

  // One's own ends by logging out, and has no button with its id.
  const found = await idsOnPages(askWith(own), "/account/security", "tokenId")
  expect(found.toSorted()).toEqual(others.toSorted())
  const onAdministratorsPages = await idsOnPages(
    askWith(await issueTo(admin)),
    `/admin/users/${user.id}`,
    "token",
  )
  expect(onAdministratorsPages.toSorted()).toEqual([...others, ownId].toSorted())

  const security = await askWith(own)("/account/security")
  expect(security.body).toContain("You&#x27;re logged in on 50 devices.")
  const ended = /href="(\/account\/ended-sessions)"/.exec(security.body)?.[1] ?? ""
  const first = await askWith(own)(ended)
  expect(first.status).toBe(200)
  expect(first.body.length).toBeLessThan(maxLength)
  expect(nextOn(first.body)).not.toBe(null)

  const program = apiClient(address, await issueTo(user, { purpose: "api" }))
  const listed: string[] = []
  for (let cursor: string | undefined, more = true; more; ) {
    const { data, response } = await program.GET("/sessions", {
      params: { query: { limit: 20, ...(cursor && { cursor }) } },
    })
    listed.push(...(data?.sessions ?? []).map(({ id }) => id))
    cursor = data?.next ?? undefined
    more = cursor !== undefined
    const link = response.headers.get("link")
    if (!cursor) expect(link).toBe(null)
    else {
      const next = `${address}/api/v1/sessions?limit=20&cursor=${encodeURIComponent(cursor)}`
      expect(link).toBe(`<${next}>; rel="next"`)
    }
  }
  expect(listed.toSorted()).toEqual(live.map(({ id }) => id).toSorted())
})

/** Which sessions the pages offer to end, as a browser without JavaScript is sent them. */
async function idsOnPages(ask: Ask, path: string, field: string): Promise<string[]> {
  const ids: string[] = []
  for (let next: string | null = path; next; ) {
    const { status, body }: Awaited<ReturnType<Ask>> = await ask(next)
    expect(status).toBe(200)
    expect(body.length, next).toBeLessThan(maxLength)
    const sent = body.replaceAll(/<script.*?<\/script>/gs, "")
    const inputs = sent.matchAll(new RegExp(`name="${field}" value="([\\w-]+)"`, "g"))
    ids.push(...[...inputs].map(([, id = ""]) => id))
    next = nextOn(body)
  }
  return ids
}

const nextOn = (body: string): string | null => {
  const link = /<a [^>]*rel="next"[^>]*>/.exec(body)?.[0]
  return /href="([^"]+)"/.exec(link ?? "")?.[1]?.replaceAll("&amp;", "&") ?? null
}
