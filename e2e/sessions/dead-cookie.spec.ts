import { confirm, expectOutcome } from "@/e2e/support/acts"
import { captureAct } from "@/e2e/support/captured-act"
import { firefox } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"

const logOutOthers = (page: Page) =>
  confirm(page.getByRole("button", { name: /^Log out other devices/ }), /Log out \d+ other/)

test("a cookie copied before Log out everywhere is refused on every path", async ({
  user,
  openOnNewDevice,
  issueTo,
  steal,
  askWith,
}) => {
  await issueTo(user, firefox)
  const page = await openOnNewDevice(user)
  const ask = await steal(page)
  const act = await captureAct(page, () => logOutOthers(page))

  expect(await ask("/account/security")).toMatchObject({ status: 200 })
  expect(JSON.parse((await ask("/api/auth/session")).body)).toHaveProperty("user.id", user.id)

  await confirm(page.getByRole("button", { name: "Log out everywhere" }), /everywhere/)
  await expect(page).toHaveURL(/\/login/)
  const later = askWith(await issueTo(user, firefox))

  expect(await ask("/account/security")).toMatchObject({ status: 307, location: "/login" })
  expect((await ask("/api/auth/session")).body).toBe("null")
  const acted = await ask(act.path, act.init)
  const nobody = await askWith("")(act.path, act.init)
  expect(acted).toMatchObject({ status: nobody.status, location: nobody.location })
  expect(acted.body).not.toContain("logged out.")

  expect(await later("/account/security")).toMatchObject({ status: 200 })
})

test("the same act goes through while the cookie lives", async ({
  user,
  openOnNewDevice,
  issueTo,
  askWith,
  steal,
}) => {
  await issueTo(user, firefox)
  const page = await openOnNewDevice(user)
  const ask = await steal(page)
  const act = await captureAct(page, () => logOutOthers(page))
  await expectOutcome(page, "1 other device was logged out.")
  const other = askWith(await issueTo(user, firefox))

  const acted = await ask(act.path, act.init)
  expect(acted.status).toBe(200)
  expect(acted.body).toContain("1 other device was logged out.")
  expect(await other("/account/security")).toMatchObject({ status: 307, location: "/login" })
})
