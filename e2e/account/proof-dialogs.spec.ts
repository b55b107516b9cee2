import { ask } from "@/e2e/support/acts"
import type { Database } from "@/e2e/support/database"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { makeStale } from "@/e2e/support/stale-proof"
import { accountPages } from "@/lib/names/account-pages"

test("the dialog of each act names it, has the password in it, and gives the focus back", async ({
  user,
  admin,
  issueTo,
  openOnNewDevice,
  database,
}) => {
  for (const device of [iphone, firefox]) await issueTo(user, device)
  await issueTo(user, { purpose: "api" })
  const mine = await openOnNewDevice(user)
  const others = await openOnNewDevice(admin)
  const ofAccount: readonly Asking[] = [
    [accountPages.sessions, /^Log out Safari on iOS/, "Log out Safari on iOS?"],
    [accountPages.sessions, "Log out other devices (2)", "Log out 2 other devices?"],
    [accountPages.sessions, "Log out everywhere", "Log out everywhere, including this device?"],
    [
      accountPages.sessions,
      "Log out everywhere but keep 1 API token",
      "Log out everywhere, including this device, but keep 1 API token?",
    ],
    [accountPages.email, "Change email", "Change email", { "New email": "ann@example.com" }],
    [accountPages.apiTokens, "Revoke the API token Unnamed", "Revoke the API token Unnamed?"],
    [accountPages.apiTokens, "Create API token", "Create API token", { Name: "CI" }],
    [
      accountPages.account,
      "Delete my account",
      "Permanently delete your account?",
      { [`To confirm, type your email: ${user.email}`]: user.email },
    ],
  ]
  const list = `/admin/sessions?q=${encodeURIComponent(user.email)}`
  const person = `/admin/users/${user.id}`
  const ofAdministration: readonly Asking[] = [
    [list, "Revoke selected (1)", "Revoke 1 session?", { tick: /^Select .*Safari/ }],
    [person, "Unlock account", "Unlock account"],
    [person, "Disable account", `Disable ${user.name}'s account?`],
    [person, "Make administrator", `Make ${user.name} an administrator?`],
  ]
  await expectDialogs(mine, database, ofAccount)
  await expectDialogs(others, database, ofAdministration)
})

type Asking = readonly [
  path: string,
  button: string | RegExp,
  title: string,
  fields?: Readonly<Record<string, string | RegExp>>,
]

async function expectDialogs(page: Page, database: Database, acts: readonly Asking[]) {
  await makeStale(page, database)
  for (const [path, name, title, fields = {}] of acts) {
    await page.goto(path)
    for (const [label, value] of Object.entries(fields)) {
      if (value instanceof RegExp) await page.getByLabel(value).check()
      else await page.getByLabel(label, { exact: true }).fill(value)
    }
    const button = page.getByRole("button", { name, exact: true })
    const dialog = await ask(button, title)
    await expect(dialog).toHaveAccessibleName(title)
    await expect(dialog.getByLabel("Password")).toBeFocused()
    await page.keyboard.press("Escape")
    await expect(dialog).toHaveCount(0)
    await expect(button).toBeFocused()
  }
}
