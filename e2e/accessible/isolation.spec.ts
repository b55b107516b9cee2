import type { Page } from "playwright/test"
import { expect, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"

const name = "\u05D0\u05D1\u05D2 7"

test("what people wrote turns nothing about, on whichever page it stands", async ({
  admin,
  database,
  openOnNewDevice,
  issueTo,
}) => {
  await database.sql(`UPDATE "User" SET name = $1 WHERE id = $2`, name, admin.id)
  const program = `${name.replace(" ", "%20")}/1.0 CFNetwork/1490 Darwin/23`
  await issueTo(admin, { userAgent: program })
  await issueTo(admin, { purpose: "api", userAgent: program })
  await database.sql(
    `UPDATE log_out_everywhere.token SET name = $1 WHERE "userId" = $2 AND purpose = 'api'`,
    name,
    admin.id,
  )
  const page = await openOnNewDevice(admin)
  const email = encodeURIComponent(admin.email)
  for (const path of [
    accountPages.sessions,
    accountPages.apiTokens,
    `/admin/users?q=${email}`,
    `/admin/users/${admin.id}`,
    `/admin/sessions?status=any&q=${email}`,
    `/admin/audit?person=${email}`,
  ]) {
    await page.goto(path)
    const found = await textsOf(page)
    expect(found.length, path).toBeGreaterThan(0)
    expect(
      found.filter(({ isIsolated }) => !isIsolated).map(({ text }) => text),
      path,
    ).toEqual([])
  }
})

/** Each text that has Hebrew in it, and whether the words around it are kept from it. */
const textsOf = (page: Page) =>
  page.evaluate(() => {
    const hebrew = /[\u05D0-\u05EA]/
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: { text: string; isIsolated: boolean }[] = []
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode
      const text = textContent ?? ""
      if (!hebrew.test(text) || !parentElement || parentElement.closest("script, style")) continue
      if (parentElement.closest("[aria-hidden]")) continue
      const isInElement = getComputedStyle(parentElement).unicodeBidi.includes("isolate")
      const isAlone = parentElement.tagName === "BDI" || /^\s*[\u05D0-\u05EA]/.test(text)
      const isMarked = /\u2068[^\u2068\u2069]*\u2069/.test(text)
      texts.push({ text, isIsolated: isMarked || (isInElement && isAlone) })
    }
    return texts
  })
