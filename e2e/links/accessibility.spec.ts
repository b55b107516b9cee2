import { expectAccessible, still } from "@/e2e/support/accessible"
import { expect, test } from "@/e2e/support/fixtures"
import { askForLink, choosePassword, linkTo, sentTo } from "@/e2e/support/link-acts"

test("the page that mails a link is accessible, before and after it has answered", async ({
  newDevice,
}) => {
  const page = await newDevice(still)
  await page.goto("/magic-link")
  await expectAccessible(page)
  await askForLink(page, "/forgot-password", "nobody-at-all@example.com")
  await expect(page.getByText(sentTo("nobody-at-all@example.com"))).toBeVisible()
  await expectAccessible(page)
})

const pages = [
  ["invitation", "Set password"],
  ["email_change", "Confirm new email"],
  ["email_change_undo", "Undo the change"],
  ["report", "Log out that device"],
] as const

for (const [purpose, button] of pages) {
  test(`the page of a ${purpose} link is accessible`, async ({
    user,
    newDevice,
    issueTo,
    database,
  }) => {
    const { id: tokenId } = await database.sessionOf(await issueTo(user))
    const data = { email: `new-${user.email}`, tokenId }
    const page = await newDevice(still)
    await page.goto(linkTo(purpose, await issueTo(user, { purpose, data })))
    await expect(page.getByRole("button", { name: button })).toBeVisible()
    await expectAccessible(page)
  })
}

test("the page of a reset link is accessible, when it asks and when it refuses", async ({
  user,
  newDevice,
  issueTo,
}) => {
  const page = await newDevice(still)
  await page.goto(linkTo("password_reset", await issueTo(user, { purpose: "password_reset" })))
  await expectAccessible(page)
  await choosePassword(page, "password1234")
  await expect(page.getByLabel("New password", { exact: true })).toHaveAttribute(
    "aria-invalid",
    "true",
  )
  await expectAccessible(page)
})

test("the page of a log-in link, and that of a link that is over, are accessible", async ({
  user,
  newDevice,
  mailboxes,
}) => {
  const page = await newDevice(still)
  await askForLink(page, "/magic-link", user.email)
  await page.goto(await mailboxes.linkTo(user.email, "magic_link"))
  await expect(page.getByRole("button", { name: "Log in" })).toBeVisible()
  await expectAccessible(page)
  await page.goto(linkTo("magic_link", "nonsense".padEnd(43, "x")))
  await expect(page.getByRole("heading", { name: "no longer works" })).toBeVisible()
  await expectAccessible(page)
})
