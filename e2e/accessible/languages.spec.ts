import AxeBuilder from "@axe-core/playwright"
import { still } from "@/e2e/support/accessible"
import { firefox } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { linkTo } from "@/e2e/support/link-acts"
import { untranslated } from "@/e2e/support/untranslated"
import { accountPages } from "@/lib/names/account-pages"

/** Longer than English, and from right to left. */
const other = { ...still, locale: "en-XB", viewport: { width: 1280, height: 720 } }

test("each page for everyone is there in another language, and holds what is longer and from right to left", async ({
  user,
  newDevice,
  issueTo,
  database,
  complaints,
}) => {
  complaints.expect(/404.*no-such-page/)
  const page = await newDevice(other)
  const { id: tokenId } = await database.sessionOf(await issueTo(user))
  const data = { email: `new-${user.email}`, tokenId }
  for (const path of [
    "/login",
    "/forgot-password",
    "/magic-link",
    "/log-out",
    "/api-docs",
    "/no-such-page",
  ]) {
    await page.goto(path)
    await expectTranslated(page)
  }
  for (const purpose of [
    "invitation",
    "password_reset",
    "email_change",
    "email_change_undo",
  ] as const) {
    await page.goto(linkTo(purpose, await issueTo(user, { purpose, data })))
    await expectTranslated(page)
  }
  await page.goto(linkTo("magic_link", "nonsense".padEnd(43, "x")))
  await expectTranslated(page)
})

test("so is each page behind log-in", async ({ admin, user, issueTo, openOnNewDevice }) => {
  await issueTo(admin, firefox)
  await issueTo(user, firefox)
  const page = await openOnNewDevice(admin, { ...other, path: "/account/history" })
  await expectTranslated(page)
  for (const path of [
    ...Object.values(accountPages),
    "/account/ended-sessions",
    `/admin/sessions?q=${encodeURIComponent(user.email)}`,
    "/admin/users",
    `/admin/users/${user.id}`,
    "/admin/users/new",
    "/admin/audit",
    "/admin/policy",
  ]) {
    await page.goto(path)
    await expectTranslated(page)
  }
})

/** Colours are the same in every language. */
const axe = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().disableRules(["color-contrast", "link-in-text-block"])

async function expectTranslated(page: Page): Promise<void> {
  const html = page.locator("html")
  await expect(html).toHaveAttribute("lang", "en-XB")
  await expect(html).toHaveAttribute("dir", "rtl")
  expect.soft(await untranslated(page), page.url()).toEqual([])
  const { violations } = await axe(page).analyze()
  expect
    .soft(
      violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
      page.url(),
    )
    .toEqual([])
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 720 })
    const shown = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect.soft(await shown(), `${page.url()} at ${width}`).toBeLessThanOrEqual(width)
  }
  await page.setViewportSize({ width: 1280, height: 720 })
}
