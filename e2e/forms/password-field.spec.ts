import { expect, test } from "@/e2e/support/fixtures"

test("a password can be shown while it is typed, with the caret where it was, and is hidden again as it is sent", async ({
  user,
  newDevice,
}) => {
  const page = await newDevice()
  await page.goto("/login")
  await page.getByLabel("Email").fill(user.email)
  const password = page.getByLabel("Password")
  const show = page.getByRole("button", { name: "Show password" })
  await password.pressSequentially("not thepassword")
  for (let step = 0; step < "password".length; step++) await page.keyboard.press("ArrowLeft")

  await expect(show).toHaveAttribute("aria-pressed", "false")
  await show.click()
  await expect(show).toHaveAttribute("aria-pressed", "true")
  await expect(password).toHaveAttribute("type", "text")
  for (const [attribute, value] of Object.entries(neverCorrected)) {
    await expect(password).toHaveAttribute(attribute, value)
  }
  await expect(password).toBeFocused()
  await page.keyboard.type(" ")
  await expect(password).toHaveValue("not the password")

  await page.keyboard.press("Enter")
  await expect(page.getByText("Incorrect email or password.")).toBeVisible()
  await expect(password).toHaveAttribute("type", "password")
  await expect(show).toHaveAttribute("aria-pressed", "false")
})

const neverCorrected = { autocapitalize: "none", autocorrect: "off", spellcheck: "false" }

test("without JavaScript no field offers to show what is in it", async ({ newDevice }) => {
  const page = await newDevice({ javaScriptEnabled: false })
  await page.goto("/login")
  await expect(page.getByLabel("Password")).toHaveAttribute("type", "password")
  await expect(page.getByRole("button", { name: "Show password" })).toHaveCount(0)
})

test("the first field has the caret as its page comes, but not where a keyboard would cover the page", async ({
  newDevice,
}) => {
  const page = await newDevice()
  for (const path of ["/login", "/forgot-password", "/magic-link"]) {
    await page.goto(path)
    await expect(page.getByLabel("Email")).toBeFocused()
  }
  const phone = await newDevice({ hasTouch: true, isMobile: true })
  await phone.goto("/login")
  await expect(phone.getByRole("button", { name: "Show password" })).toBeVisible()
  await expect(phone.getByLabel("Email")).not.toBeFocused()
})
