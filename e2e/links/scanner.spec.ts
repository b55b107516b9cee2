import type { Database } from "@/e2e/support/database"
import { expect, test } from "@/e2e/support/fixtures"
import { linkTo } from "@/e2e/support/link-acts"
import { HttpClient } from "@/test/http/http-client"
import { press } from "@/test/http/http-form"

const pages = {
  password_reset: "/reset-password",
  invitation: "/invitation",
  email_change: "/confirm-email",
  email_change_undo: "/undo-email-change",
  report: "/report",
} as const

for (const [purpose, page] of Object.entries(pages)) {
  test(`a mail scanner that opens a ${purpose} link, twice, changes and consumes nothing`, async ({
    user,
    issueTo,
    address,
    database,
  }) => {
    const data = { email: `new-${user.email}` }
    const secret = await issueTo(user, { purpose: purpose as keyof typeof pages, data })
    await expectUntouched(database, user.id, () => scan(address, linkTo(purpose, secret), page))
  })
}

test("a mail scanner that opens a log-in link, twice, logs nobody in and consumes nothing", async ({
  user,
  address,
  database,
  mailboxes,
}) => {
  await press(new HttpClient(address), "/magic-link", "Email me a link", { email: user.email })
  const link = await mailboxes.linkTo(user.email, "magic_link")
  await expectUntouched(database, user.id, () => scan(address, link, "/magic-link"))
})

test("a link for what there is no page for is not there, and one that is cut opens nothing and says so", async ({
  address,
}) => {
  for (const purpose of ["session", "api", "__proto__", "constructor", "%00"]) {
    const client = new HttpClient(address)
    expect(await client.ask(linkTo(purpose, "x"))).toMatchObject({ status: 404, setCookies: [] })
  }
  for (const secret of ["", "x".repeat(42)]) {
    const client = new HttpClient(address)
    expect(await client.ask(linkTo("report", secret))).toMatchObject({ status: 303 })
    const { body } = await client.ask("/report")
    expect(body).toMatch(/This link wasn(?:'|&#x27;)t copied completely/)
    expect(body).not.toContain("<form")
  }
})

test("a link of one purpose opens no page of another", async ({ user, issueTo, address }) => {
  const secret = await issueTo(user, { purpose: "report" })
  const client = new HttpClient(address)
  await client.ask(linkTo("report", secret))
  for (const page of [...Object.values(pages), "/magic-link"].filter(
    (page) => page !== "/report",
  )) {
    expect((await client.ask(page)).body).not.toContain(user.email)
  }
  expect((await client.ask("/report")).body).toContain("Wasn&#x27;t you?")
})

/** Opens the link as a scanner does: in several ways, following it, and without pressing a button. */
async function scan(address: string, link: string, page: string): Promise<void> {
  for (const method of ["GET", "GET", "HEAD"]) {
    const client = new HttpClient(address)
    const { status, location, headers, setCookies } = await client.ask(link, { method })
    expect([status, location]).toEqual([303, page])
    expect(headers.get("cache-control")).toBe("no-store")
    expect(headers.get("referrer-policy")).toBe("no-referrer")
    expect(setCookies.join()).toMatch(/^__Host-loe-link=[^;]+;.*HttpOnly/)
    const { body } = await client.ask(page)
    expect(body).toContain("<button")
    expect(body).not.toContain("This link no longer works")
  }
}

/** Whatever the app keeps of this person is the same before and after. */
async function expectUntouched(
  database: Database,
  userId: string,
  work: () => Promise<void>,
): Promise<void> {
  const kept = () =>
    database.sql(
      `SELECT t::text FROM log_out_everywhere.token t WHERE "userId" = $1 UNION ALL SELECT u::text FROM "User" u WHERE id = $1
       UNION ALL SELECT a::text FROM "AuditEvent" a WHERE "targetId" = $1
       UNION ALL SELECT m::text FROM "OutboxMail" m JOIN "User" u ON u.email = m."to" WHERE u.id = $1`,
      userId,
    )
  const before = await kept()
  await work()
  expect(await kept()).toEqual(before)
}
