import { confirm } from "./acts"
import { firefox } from "./devices"
import { expect, type Page, test } from "./fixtures"

/** The request of an act as the browser sent it, to be sent again by hand. */
async function captureAct(page: Page, act: () => Promise<void>) {
  const sent = page.waitForRequest((request) => "next-action" in request.headers())
  await act()
  const request = await sent
  const { "next-action": action, "content-type": type, accept } = request.headers()
  return {
    path: new URL(request.url()).pathname,
    init: {
      method: "POST",
      headers: {
        "Next-Action": action ?? "",
        "Content-Type": type ?? "",
        Accept: accept ?? "",
        Origin: new URL(request.url()).origin,
      },
      body: new Uint8Array(request.postDataBuffer() ?? []),
    },
  }
}

const logOutOthers = (page: Page) =>
  confirm(page.getByRole("button", { name: /^Log out other devices/ }), /Log out \d+ other/)

test("a cookie copied before Log out everywhere is refused on every path", async ({
  user,
  logInOnNewDevice,
  steal,
  askWith,
}) => {
  const page = await logInOnNewDevice(user)
  await logInOnNewDevice(user, firefox)
  await page.reload()
  const ask = await steal(page)
  const act = await captureAct(page, () => logOutOthers(page))
  const late = await logInOnNewDevice(user, firefox)

  expect(await ask("/account/security")).toMatchObject({ status: 200 })
  expect(JSON.parse((await ask("/api/auth/session")).body)).toHaveProperty("user.id", user.id)

  await confirm(page.getByRole("button", { name: "Log out everywhere" }), /everywhere/)
  await expect(page).toHaveURL(/\/login/)
  await late.reload()
  await expect(late).toHaveURL(/\/login/)
  const survivor = await logInOnNewDevice(user, firefox)

  expect(await ask("/account/security")).toMatchObject({ status: 307, location: "/login" })
  expect((await ask("/api/auth/session")).body).toBe("null")
  const acted = await ask(act.path, act.init)
  const nobody = await askWith("")(act.path, act.init)
  expect(acted).toMatchObject({ status: nobody.status, location: nobody.location })
  expect(acted.body).not.toContain("logged out.")

  await survivor.reload()
  await expect(survivor.getByRole("heading", { name: "Security" })).toBeVisible()
})

test("the same act goes through while the cookie lives", async ({
  user,
  logInOnNewDevice,
  steal,
}) => {
  const page = await logInOnNewDevice(user)
  await logInOnNewDevice(user, firefox)
  await page.reload()
  const ask = await steal(page)
  const act = await captureAct(page, () => logOutOthers(page))
  const other = await logInOnNewDevice(user, firefox)

  const acted = await ask(act.path, act.init)
  expect(acted.status).toBe(200)
  expect(acted.body).toContain("1 other device was logged out.")
  await other.reload()
  await expect(other).toHaveURL(/\/login/)
})
