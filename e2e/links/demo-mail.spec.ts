import { expectAccessible, still } from "@/e2e/support/accessible"
import { expect } from "@/e2e/support/fixtures"
import { testWith } from "@/e2e/support/own-app"
import { HttpClient } from "@/test/http/http-client"
import { press } from "@/test/http/http-form"

const test = testWith({ LOE_DEMO: "1" })

test("in the demo an administrator reads the mails, on accessible pages, and a mail's link works", async ({
  admin,
  user,
  address,
  mailboxes,
  openOnNewDevice,
}) => {
  await press(new HttpClient(address), "/forgot-password", "Email me a link", { email: user.email })
  await mailboxes.linkTo(user.email, "password_reset")

  const page = await openOnNewDevice(admin, still)
  await page.getByRole("link", { name: "Emails" }).click()
  const mail = page.getByRole("row").filter({ hasText: user.email })
  await expect(mail).toBeVisible()
  await expectAccessible(page)

  await mail.getByRole("link", { name: "Reset your password" }).click()
  await expect(page.getByText("Choose a new password:")).toBeVisible()
  const frame = page.getByTitle("Reset your password")
  await expect(frame).toBeVisible()
  // It runs no scripts, not even those by which axe would look into it.
  await frame.evaluate((element) => element.remove())
  await expectAccessible(page)

  await page.getByRole("link", { name: "Open link" }).click()
  await expect(page.getByText(`For ${user.email}.`)).toBeVisible()
})
