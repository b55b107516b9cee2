import { expect, test } from "@/e2e/support/fixtures"

const words = "This page is from an older version"

/** The same action as another build would have named it: Next reads the first byte, the rest is a hash. */
const ofAnotherBuild = (id: string) => id.slice(0, 2) + id.slice(2).replaceAll(/[0-9a-f]/g, "0")

test("a form of an older build says so in place, has done nothing, and keeps what was typed", async ({
  user,
  newDevice,
  complaints,
}) => {
  complaints.expect(/status of 40[49]/)
  const page = await newDevice()
  await page.route("**/login", async (route) => {
    const headers = route.request().headers()
    const id = headers["next-action"]
    return id
      ? route.continue({ headers: { ...headers, "next-action": ofAnotherBuild(id) } })
      : route.continue()
  })
  await page.goto("/login")
  await page.getByLabel("Email").fill(user.email)
  await page.getByLabel("Password").fill(user.password)
  await page.getByRole("button", { name: "Log in", exact: true }).click()

  await expect(page.getByText(`${words}. Reload it; nothing was done.`)).toBeVisible()
  await expect(page.getByLabel("Email")).toHaveValue(user.email)
  await page.unroute("**/login")
  await page.getByRole("button", { name: "Reload" }).click()
  await expect(page.getByText(words)).toBeHidden()
})

test("without JavaScript it is a page that says the same, under the status that Next gives", async ({
  user,
  newDevice,
  complaints,
}) => {
  complaints.expect(/status of 409/)
  const page = await newDevice({ javaScriptEnabled: false })
  await page.route("**/login", async (route) => {
    if (route.request().method() !== "GET") return route.continue()
    const response = await route.fetch()
    const body = (await response.text()).replaceAll(
      /(?<=&quot;id&quot;:&quot;)\w+/g,
      ofAnotherBuild,
    )
    const { "content-encoding": _, "content-length": __, ...headers } = response.headers()
    return route.fulfill({ response, headers, body })
  })
  await page.goto("/login")
  await page.getByLabel("Email").fill(user.email)
  await page.getByLabel("Password").fill(user.password)
  const answered = page.waitForResponse((response) => response.request().method() === "POST")
  await page.getByRole("button", { name: "Log in", exact: true }).click()

  expect((await answered).status()).toBe(409)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words)
  await expect(page.getByText("nothing was done")).toBeVisible()
  await page.unroute("**/login")
  await page.getByRole("link", { name: "Reload" }).click()
  await expect(page.getByRole("button", { name: "Log in", exact: true })).toBeVisible()
})
