import { expectAccessible, still } from "@/e2e/support/accessible"
import { expect, test } from "@/e2e/support/fixtures"

test("what is missing stands beside its field, without a bubble of the browser's and before anything is sent", async ({
  newDevice,
}) => {
  const page = await newDevice(still)
  await page.goto("/login")
  await expect(page.locator("form").first()).toHaveAttribute("novalidate", "")
  const sent: string[] = []
  page.on("request", (request) => sent.push(request.method()))

  await page.getByLabel("Email").fill("ann@example.com")
  await page.getByRole("button", { name: "Log in", exact: true }).click()
  const password = page.getByLabel("Password")
  await expect(password).toBeFocused()
  await expect(password).toHaveAttribute("aria-invalid", "true")
  await expect(password).toHaveAccessibleDescription("Fill in this field.")
  await expect(page.getByRole("alert").filter({ hasText: "fix" })).toHaveCount(0)
  await expectAccessible(page)

  await page.getByLabel("Email").fill("")
  await page.getByRole("button", { name: "Log in", exact: true }).click()
  await expect(page.getByLabel("Email")).toBeFocused()
  await expect(page.getByRole("alert").filter({ hasText: "Please fix 2 fields:" })).toBeVisible()
  await page.getByRole("link", { name: "Password: Fill in this field." }).click()
  await expect(password).toBeFocused()
  await expectAccessible(page)
  expect(sent).not.toContain("POST")
})

test("an act that is to be confirmed asks only once its form is whole, and the server's complaint stands beside the field too", async ({
  admin,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(admin, { path: "/admin/users/new" })
  await page.getByLabel("Email").fill("no address")
  await page.getByRole("button", { name: "Invite" }).click()
  await expect(page.getByLabel("Email")).toBeFocused()
  await expect(page.getByLabel("Email")).toHaveAccessibleDescription(/^Enter an email address/)

  await page.goto("/admin/sessions")
  const phrase = page.getByRole("textbox", { name: /log everyone out/i })
  await page.getByLabel("Reason (shown to the people affected)").fill("A leak was found")
  await phrase.fill("log everybody out")
  await page.getByRole("button", { name: "Log everyone out" }).click()
  await expect(phrase).toBeFocused()
  await expect(phrase).toHaveAttribute("aria-invalid", "true")
  await expect(page.getByRole("alertdialog")).toHaveCount(0)
})
