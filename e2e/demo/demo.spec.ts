import { expectAccessible, still } from "@/e2e/support/accessible"
import { expect } from "@/e2e/support/fixtures"
import { testWith } from "@/e2e/support/own-app"

const test = testWith({}, { script: "scripts/demo.ts" })

// One demo is enough for all of them.
test.describe.configure({ mode: "default" })

test("one click on a sample person logs in, with places beside the addresses, and the page of things to try is accessible", async ({
  newDevice,
}) => {
  const page = await newDevice(still)
  await page.goto("/login")
  await expectAccessible(page)
  await page.getByRole("link", { name: "Three things to try in two browsers" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Try it" })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole("link", { name: "Open my sessions" }).first().click()
  await page.getByRole("button", { name: "Log in as Ann Okafor" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  await expect(
    page.getByText(/near .+, .+ \(approximate\)|in Norway \(approximate\)/).first(),
  ).toBeVisible()
  await expect(page.getByText("Sample places")).toBeVisible()
  await expect(page.getByRole("banner").getByText("Ann Okafor")).toBeVisible()
})

test("a sample person logs in without JavaScript", async ({ newDevice }) => {
  const page = await newDevice({ javaScriptEnabled: false })
  await page.goto("/login?returnTo=/account/history")
  await page.getByRole("button", { name: "Log in as Bob Castellanos" }).click()
  await expect(page).toHaveURL("/account/history")
})

test("where an email is promised the demo shows it, to anyone, and its link works", async ({
  newDevice,
}) => {
  const page = await newDevice(still)
  await page.goto("/forgot-password")
  await page.getByLabel("Email").fill("bob@example.com")
  await page.getByRole("button", { name: "Email me a link" }).click()
  await expect(page.getByText("Check your inbox")).toBeVisible()
  await page.getByRole("link", { name: "Open the inbox" }).click()
  await expect(page).toHaveURL("/demo/mail")

  const mail = page
    .getByRole("row")
    .filter({ hasText: "Reset your password" })
    .filter({ hasText: "bob@example.com" })
  await expect(async () => {
    await page.reload()
    await expect(mail).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expectAccessible(page)

  await mail.getByRole("link", { name: "Reset your password" }).click()
  await expect(page.getByText("Choose a new password:")).toBeVisible()
  const frame = page.getByTitle("Reset your password")
  await expect(frame).toBeVisible()
  // It runs no scripts, not even those by which axe would look into it.
  await frame.evaluate((element) => element.remove())
  await expectAccessible(page)

  await page.getByRole("link", { name: "Open link" }).click()
  await expect(page.getByText("For bob@example.com.")).toBeVisible()
})
