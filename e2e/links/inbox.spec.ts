import { expectAccessible, still } from "@/e2e/support/accessible"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { askForLink, sentTo } from "@/e2e/support/link-acts"
import { accountPages } from "@/lib/names/account-pages"
import { HttpClient } from "@/test/http/http-client"
import { decoded, press, submit } from "@/test/http/http-form"

const again = (page: Page) => page.getByRole("button", { name: "Send again" })
const notYet = "There's already an email on its way."

test("once a link is mailed the page says where to look, counts down to the next one, and sends it then", async ({
  user,
  newDevice,
  database,
  mailboxes,
}) => {
  const page = await newDevice(still)
  await page.clock.install()
  await askForLink(page, "/forgot-password", user.email)
  await expect(page.getByRole("heading", { name: "Check your inbox" })).toBeFocused()
  await expect(page.getByText(sentTo(user.email))).toBeVisible()
  await expect(page).toHaveURL("/forgot-password")
  await expect(again(page)).toHaveAttribute("aria-disabled", "true")
  await expect(page.getByText(/^in 0:(30|2\d)$/)).toBeVisible()
  await expectAccessible(page)
  await expect.poll(() => mailboxes.kindsTo(user.email)).toEqual(["password_reset"])

  await page.clock.fastForward(31_000)
  await expect(again(page)).not.toHaveAttribute("aria-disabled")
  await again(page).click()
  // The page's clock ran ahead of the throttle's, which has the last word.
  await expect(page.getByRole("status").filter({ hasText: notYet })).toBeVisible()
  await page.clock.fastForward(31_000)
  await database.letMailGapPass("password_reset", user.email)
  await again(page).click()
  await expect(page.getByRole("status").filter({ hasText: "Sent again." })).toBeVisible()
  await expect.poll(() => mailboxes.kindsTo(user.email)).toHaveLength(2)

  await page.getByRole("link", { name: "Use a different address" }).click()
  await expect(page.getByLabel("Email")).toHaveValue("")
})

test("the same without JavaScript: what comes too soon is not sent, and says so", async ({
  user,
  address,
  database,
  mailboxes,
}) => {
  const client = new HttpClient(address)
  const path = "/magic-link"
  const asked = await press(client, path, "Email me a link", { email: user.email })
  expect(decoded(asked.body)).toContain(sentTo(user.email))
  expect(asked.body).toContain("You can send it again in less than a minute.")
  await mailboxes.linkTo(user.email, "magic_link")

  const early = await submit(client, path, asked.body, "Send again")
  expect(decoded(early.body)).toContain(notYet)
  await database.letMailGapPass("magic_link", user.email)
  const late = await submit(client, path, early.body, "Send again")
  expect(late.body).toContain("Sent again.")
  await expect.poll(() => mailboxes.kindsTo(user.email)).toEqual(["magic_link", "magic_link"])
})

test("the link that confirms a new address can be sent again, when the throttle says so", async ({
  user,
  openOnNewDevice,
  database,
  mailboxes,
}) => {
  const to = `new-${user.email}`
  const page = await openOnNewDevice(user, { path: accountPages.email, ...still })
  await page.getByLabel("New email").fill(to)
  await page.getByRole("button", { name: "Change email" }).click()
  await expect(page.getByRole("heading", { name: "Check your inbox" })).toBeVisible()
  await expect(again(page)).toHaveAttribute("aria-disabled", "true")
  await expectAccessible(page)
  await database.letMailGapPass("email_change", to)
  await page.reload()
  await again(page).click()
  await expect.poll(() => mailboxes.kindsTo(to)).toEqual(["email_change", "email_change"])
  await expect(again(page)).toHaveAttribute("aria-disabled", "true")
})
