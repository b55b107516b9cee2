import { expectAccessible, still } from "@/e2e/support/accessible"
import { confirm, expectOutcome, prove } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"
import { secretOf } from "@/test/http/session-cookie"

const rowOf = (page: Page, device: string) =>
  page
    .getByRole("region", { name: "Your sessions" })
    .getByRole("listitem")
    .filter({ hasText: device })

test("a session in a browser that is new says so, with all that is known of it, until its owner knows it", async ({
  user,
  logInOnNewDevice,
}) => {
  const page = await logInOnNewDevice(user, still)
  await logInOnNewDevice(user, firefox)
  await page.reload()
  const row = rowOf(page, "Firefox on Linux")
  await expect(row).toContainText("New")
  await expect(row).toContainText(firefox.userAgent)
  await expect(row.getByRole("button")).toHaveText(["Log out", "It was me", "Not me"])
  await expectAccessible(page)

  await row.getByRole("button", { name: /^It was me: Firefox on Linux, started / }).click()
  await expectOutcome(page, "Firefox on Linux is no longer marked as new.")
  await expect(row.getByRole("button")).toHaveText(["Log out"])
  await expect(row).not.toContainText("New")
})

for (const javaScriptEnabled of [true, false]) {
  test(`*Not me* ends that session and leads to a new password, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    user,
    logInOnNewDevice,
    steal,
    database,
  }) => {
    const page = await logInOnNewDevice(user, { javaScriptEnabled })
    const phone = await logInOnNewDevice(user, iphone)
    const thief = await steal(phone)
    expect(await thief("/api/v1/me")).toMatchObject({ status: 200 })
    await database.set(await secretOf(page), "provedAt", "-11 minutes")
    await page.reload()

    const button = rowOf(page, "Safari on iOS").getByRole("button", { name: /^Not me/ })
    if (javaScriptEnabled) await confirm(button, "Report Safari on iOS as unrecognised?")
    else await button.click()
    await prove(page, user.password)

    await expect(page).toHaveURL(/\/account\/security\/password\?outcome=/)
    await expect(page.getByText("That device was logged out. Choose a new password")).toBeVisible()
    expect(await thief("/api/v1/me")).toMatchObject({ status: 401 })
    await expect(phone).toHaveURL(/\/login/)
    await expect(phone.getByText("This session was reported as unrecognised.")).toBeVisible()
  })
}

test("a browser has the name that its owner gives it, in both lists, until they take it away", async ({
  user,
  logInOnNewDevice,
}) => {
  const other = await logInOnNewDevice(user, firefox)
  await other.close()
  const page = await logInOnNewDevice(user)
  await page.goto(accountPages.browsers)
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: "Firefox on Linux" })
  const name = row.getByLabel("Your name for this browser")
  await row.getByText("Name", { exact: true }).click()
  await name.fill("Attic laptop")
  await row.getByRole("button", { name: "Save name" }).click()
  await expectOutcome(page, "That browser is now called Attic laptop.")
  await expect(row.getByRole("button", { name: "Forget Attic laptop" })).toBeVisible()

  await page.goto(accountPages.sessions)
  await expect(rowOf(page, "Attic laptop")).toContainText("Firefox on Linux")
  await expect(page.getByRole("button", { name: /^Log out Attic laptop, started / })).toBeVisible()

  await page.goto(accountPages.browsers)
  await row.getByText("Name", { exact: true }).click()
  await name.fill("")
  await row.getByRole("button", { name: "Save name" }).click()
  await expectOutcome(page, "That browser no longer has a name.")
  await page.goto(accountPages.sessions)
  await expect(rowOf(page, "Firefox on Linux")).not.toContainText("Attic")
})
