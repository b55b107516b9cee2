import { expect, type Page, test } from "@/e2e/support/fixtures"

/** Keeps what the page asks for waiting, until it is let go. */
async function hold(page: Page, asked: (url: URL) => boolean) {
  let letGo = () => {}
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(asked, async (route) => {
    await isLetGo
    await route.continue()
  })
  return letGo
}

test("a page that is not there yet shows that it is under way: for a link, a filter, the next page", async ({
  admin,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(admin, { path: "/admin/policy" })
  const bar = page.locator("[data-under-way]")
  for (const follow of [
    () => page.getByRole("link", { name: "Sessions" }).click(),
    () => page.getByLabel("Status").selectOption("Any"),
    () => page.getByRole("link", { name: "Started" }).click(),
  ]) {
    await expect(bar).toHaveCount(0)
    const letGo = await hold(page, (url) => url.searchParams.has("_rsc"))
    await follow()
    await expect(bar).toHaveCount(1)
    letGo()
    await expect(bar).toHaveCount(0)
    await page.unrouteAll({ behavior: "wait" })
  }
  await expect(page).toHaveURL(/status=any.*sort=started|sort=started.*status=any/)
})

test("what was chosen before there were scripts is asked for once there are", async ({
  admin,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(admin, { path: "/admin/policy" })
  const letGo = await hold(page, ({ pathname }) => /^\/_next\/static\/.*\.js$/.test(pathname))
  await page.goto("/admin/sessions", { waitUntil: "commit" })
  await page.getByLabel("Status").selectOption("Any")
  letGo()
  await expect(page).toHaveURL(/status=any/)
  await page.goBack()
  await expect(page).toHaveURL("/admin/policy")
})
