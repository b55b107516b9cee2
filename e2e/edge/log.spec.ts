import { readFileSync } from "node:fs"
import { confirm } from "@/e2e/support/acts"
import { firefox } from "@/e2e/support/devices"
import { expect } from "@/e2e/support/fixtures"
import { logIn } from "@/e2e/support/log-in"
import { bringBack, cutOff, test } from "@/e2e/support/own-app"
import { accountPages } from "@/lib/names/account-pages"

// One app, broken and mended by one test after the other.
test.describe.configure({ mode: "default" })

interface Line {
  readonly level: number
  readonly msg: string
  readonly request?: string
  readonly [key: string]: unknown
}

function linesOf(file: string): readonly Line[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line))
}

test("a page that fails shows the id under which the log tells why", async ({
  user,
  openOnNewDevice,
  complaints,
  ownApp,
}) => {
  complaints.expect(/status of 50[03]|Minified React error #441/)
  const page = await openOnNewDevice(user)
  await cutOff(ownApp.storage)
  const answer = await page.goto("/account/history?after=lantern")
  const id = answer?.headers()["x-request-id"] ?? ""
  expect(id).toMatch(/^[0-9a-f]{16}$/)
  await expect(page.getByText(`Reference: ${id}`)).toBeVisible()
  await bringBack(ownApp.storage)

  const told = linesOf(ownApp.logFile).filter(({ request, level }) => request === id && level >= 50)
  expect(told[0]).toMatchObject({
    msg: "a request failed",
    method: "GET",
    path: "/account/history",
    error: { type: expect.any(String), message: expect.stringMatching(/\w/) },
  })
  expect(JSON.stringify(told)).toMatch(/"stack":"at /)
  expect(readFileSync(ownApp.logFile, "utf8")).not.toContain("lantern")
})

test("an act that fails shows the id too, where the person is", async ({
  user,
  openOnNewDevice,
  complaints,
  ownApp,
}) => {
  complaints.expect(/status of 50[03]/)
  const page = await openOnNewDevice(user, { path: accountPages.email })
  await cutOff(ownApp.storage)
  await page.getByLabel("New email").fill(`new-${user.email}`)
  await page.getByRole("button", { name: "Change email" }).click()
  const reference = await page.getByText(/^Reference: /).textContent()
  await bringBack(ownApp.storage)
  const id = reference?.replace("Reference: ", "")
  expect(linesOf(ownApp.logFile)).toContainEqual(
    expect.objectContaining({ request: id, level: 50, method: "POST" }),
  )
})

test("the log tells a wrong password and no account apart, and names no address", async ({
  user,
  newDevice,
  ownApp,
}) => {
  const page = await newDevice()
  await logIn(page, { ...user, password: "not the password" })
  await expect(page.getByText("Incorrect email or password.")).toBeVisible()
  await logIn(page, { email: "nobody@example.com", password: "not the password" })
  await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true")

  const refused = () => linesOf(ownApp.logFile).filter(({ msg }) => msg === "log-in refused")
  await expect
    .poll(() => refused().map(({ why, account }) => ({ why, account })))
    .toEqual(
      expect.arrayContaining([
        { why: "wrong_password", account: user.id },
        { why: "unknown_account", account: null },
      ]),
    )
  expect(JSON.stringify(linesOf(ownApp.logFile))).not.toContain("nobody@example.com")
})

test("the log tells of acts, by ids", async ({ user, issueTo, openOnNewDevice, ownApp }) => {
  await issueTo(user, firefox)
  const page = await openOnNewDevice(user)
  await confirm(page.getByRole("button", { name: "Log out other devices (1)" }), /1 other device/)
  await expect(page.getByText("1 other device was logged out.")).toBeVisible()
  expect(linesOf(ownApp.logFile)).toContainEqual(
    expect.objectContaining({
      level: 30,
      msg: "act",
      act: "log_out_others",
      actor: user.id,
      request: expect.any(String),
    }),
  )
  expect(readFileSync(ownApp.logFile, "utf8")).not.toContain(user.email)
})
