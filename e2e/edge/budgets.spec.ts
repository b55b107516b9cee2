import { expect } from "@/e2e/support/fixtures"
import { testWith } from "@/e2e/support/own-app"
import { costOf, ownScripts, type PageCost, phone } from "@/e2e/support/page-cost"
import { sessionCookie } from "@/test/http/session-cookie"
import { fillSample } from "@/test/world/sample-app"

const test = testWith({}, { fill: fillSample })

/** What the demo's people may cost a phone. Bytes are as they come, compressed; those of the document are not. */
const budgets: Readonly<Record<string, Budget>> = {
  "/login": { requests: 14, bytes: 225_000, htmlBytes: 25_000, elements: 130, own: 20_000 },
  "/account/security": {
    requests: 18,
    bytes: 240_000,
    htmlBytes: 70_000,
    elements: 450,
    own: 27_000,
  },
  // Each day on which anything happened is a row of its tables: how many there are is the hour's affair.
  "/admin?span=month": {
    requests: 16,
    bytes: 240_000,
    htmlBytes: 270_000,
    elements: 2_000,
    own: 20_000,
  },
  "/admin/sessions": {
    requests: 18,
    bytes: 240_000,
    htmlBytes: 200_000,
    elements: 2_300,
    own: 27_000,
  },
  "/admin/users": {
    requests: 16,
    bytes: 225_000,
    htmlBytes: 140_000,
    elements: 1_000,
    own: 20_000,
  },
  "/admin/audit": {
    requests: 16,
    bytes: 225_000,
    htmlBytes: 210_000,
    elements: 1_250,
    own: 20_000,
  },
}

interface Budget {
  /** Until the largest part of the page is painted. */
  readonly requests: number
  readonly bytes: number
  readonly htmlBytes: number
  readonly elements: number
  /** Scripts beside Next's and React's. */
  readonly own: number
}

const spent = (cost: PageCost): Budget => ({ ...cost, ...cost.toPaint, own: ownScripts(cost) })

test("no page costs a phone more than it may, and nothing that was painted moves", async ({
  database,
  issueTo,
  newDevice,
}) => {
  const [admin] = await database.sql<{ id: string; email: string; name: string }>(
    `SELECT id, email, name FROM "User" WHERE email = 'admin@example.com'`,
  )
  if (!admin) throw new Error("The demo has no administrator.")
  const value = await issueTo({ ...admin, password: "" })

  for (const [path, budget] of Object.entries(budgets)) {
    const page = await newDevice(phone)
    if (path !== "/login") await page.context().addCookies([{ ...sessionCookie, value }])
    const cost = await costOf(page, path)
    expect.soft(cost.shift, `${path}: shift`).toBeLessThanOrEqual(0.02)
    for (const key of Object.keys(budget) as (keyof Budget)[]) {
      expect.soft(spent(cost)[key], `${path}: ${key}`).toBeLessThanOrEqual(budget[key])
    }
  }
})
