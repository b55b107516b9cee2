import { expectAccessible, still } from "@/e2e/support/accessible"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { linkTo } from "@/e2e/support/link-acts"
import { withoutStream } from "@/e2e/support/listening"

const path = "/account/security/password"
const fieldOf = (page: Page) => page.getByLabel("New password", { exact: true })
const meterOf = (page: Page) => page.getByRole("meter", { name: "Password strength" })
const saidBy = (page: Page, words: string) =>
  page.locator("[aria-live=polite]").filter({ hasText: words })

test("while a password is typed nothing of it leaves the browser, and what would make it stronger is said", async ({
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(user, { path, ...still })
  await withoutStream(page)
  await page.reload({ waitUntil: "networkidle" })
  const asked: string[] = []
  page.on("request", (request) => {
    const headers = JSON.stringify(request.headers())
    asked.push(`${request.url()} ${headers} ${request.postData() ?? ""}`)
  })

  await fieldOf(page).focus()
  await expect.poll(() => asked.length).toBeGreaterThan(0)
  const words = {
    "Lantern ": "That password is too short. Add another word.",
    harbor: "Good password.",
    " seven": "Strong password.",
  }
  for (const [typed, said] of Object.entries(words)) {
    await fieldOf(page).pressSequentially(typed)
    await expect(saidBy(page, said)).toBeVisible()
    await expect(meterOf(page)).toHaveAttribute("aria-valuetext", said)
  }
  await expectAccessible(page)

  await fieldOf(page).fill("Password12345")
  await expect(saidBy(page, "That password is too common. Add another word.")).toBeVisible()
  await fieldOf(page).fill("abcdefghijklmnop")
  await expect(saidBy(page, "Weak. Runs of letters")).toBeVisible()
  await expectAccessible(page)

  expect(asked.filter((request) => !/^\S+\/_next\/static\//.test(request))).toEqual([])
  expect(asked.join()).not.toMatch(/lantern|harbor|seven|password1|abcdef/i)
})

test("the dictionary comes when the field is first focused and not before, once; and where it does not come the server says the same words", async ({
  user,
  issueTo,
  newDevice,
  complaints,
}) => {
  complaints.expect(/Failed to load resource/)
  const link = linkTo("password_reset", await issueTo(user, { purpose: "password_reset" }))
  const page = await newDevice({ hasTouch: true, isMobile: true })
  const large: string[] = []
  page.on("response", async (response) => {
    const isScript = /\/_next\/static\/.*\.js/.test(response.url())
    if (isScript && (await response.body().catch(() => "")).length > 300_000)
      large.push(response.url())
  })
  await page.goto(link)
  await page.waitForLoadState("networkidle")
  expect(large).toEqual([])
  for (let time = 0; time < 2; time++) {
    await fieldOf(page).tap()
    await fieldOf(page).fill("lantern")
    await expect(saidBy(page, "too short")).toBeVisible()
    await fieldOf(page).blur()
  }
  expect(large).toHaveLength(1)

  const without = await newDevice()
  await without.route(large[0] ?? "", (route) => route.abort())
  await without.goto(link)
  await fieldOf(without).fill("Password12345")
  await without.getByLabel("Confirm new password").fill("Password12345")
  await without.getByRole("button", { name: "Set password" }).click()
  await expect(fieldOf(without)).toHaveAccessibleDescription(
    /^That password is too common. Add another word\./,
  )
  await expect(meterOf(without)).toHaveCount(0)
})
