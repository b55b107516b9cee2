import {
  createPersonWithoutPassword,
  logInAtProvider,
  newIdentity,
} from "@/e2e/support/at-provider"
import { expect, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"
import { secretOf } from "@/test/http/session-cookie"

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : " without JavaScript"
  test(`what was typed is there again after the proof at the provider${how}`, async ({
    newPerson,
    openOnNewDevice,
    database,
  }) => {
    const identity = newIdentity()
    const { id, email } = await createPersonWithoutPassword(database, identity)
    const person = { id, email, name: "Pat Provider", password: "" }
    const page = await openOnNewDevice(person, { path: accountPages.apiTokens, javaScriptEnabled })
    await database.set(await secretOf(page), "provedAt", "-11 minutes")
    await page.reload()
    await page.getByLabel("Name", { exact: true }).fill("Nightly backup")
    await page.getByLabel("Expires after").selectOption({ index: 0 })
    const days = await page.getByLabel("Expires after").inputValue()
    await page.getByRole("button", { name: "Create API token" }).click()
    await page.getByRole("button", { name: "Confirm with Test provider" }).click()
    await logInAtProvider(page, identity)

    await expect(page).toHaveURL(new RegExp(accountPages.apiTokens))
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Nightly backup")
    await expect(page.getByLabel("Expires after")).toHaveValue(days)
    // For this session alone: the address tells another nothing.
    const other = await openOnNewDevice(await newPerson(), { path: page.url() })
    await expect(other.getByLabel("Name", { exact: true })).toHaveValue("")
  })
}
