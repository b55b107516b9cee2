import { expectAccessible, still } from "@/e2e/support/accessible"
import { confirm, expectOutcome } from "@/e2e/support/acts"
import { apiClient } from "@/e2e/support/api-client"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"

test("the check-up tells what to look at, and each of its buttons does the one thing about it", async ({
  user,
  logInOnNewDevice,
  issueTo,
  askWith,
  address,
  database,
}) => {
  const first = await logInOnNewDevice(user)
  await first.close()
  await logInOnNewDevice(user, firefox)
  const unused = await issueTo(user, { ...iphone, isRemembered: true })
  const api = await issueTo(user, { purpose: "api" })
  await database.sql(
    `UPDATE log_out_everywhere.token SET "issuedAt" = "issuedAt" - interval '8 days', "lastActiveAt" = "lastActiveAt" - interval '8 days'
     WHERE "userId" = $1 AND purpose IN ('session', 'api') AND "browserId" IS NULL`,
    user.id,
  )
  const phone = askWith(unused)
  expect(await phone("/api/v1/sessions")).toMatchObject({ status: 200 })

  const page = await logInOnNewDevice(user, still)
  const checkUp = page.getByRole("region", { name: "Security check-up" })
  const rows = checkUp.getByRole("listitem")
  await expect(rows).toHaveText([
    /^New device: Firefox on Linux/,
    /^1 device hasn't been used for 7 days or more/,
    /^API token never used/,
    /^Your password is your only way in/,
  ])
  await expectAccessible(page)

  await checkUp.getByRole("button", { name: "It was me: Firefox on Linux" }).click()
  await expectOutcome(page, "Firefox on Linux is no longer marked as new.")
  await expect(rows).toHaveCount(3)

  await confirm(checkUp.getByRole("button", { name: "Log it out" }), "Log out 1 unused device?")
  await expectOutcome(page, "1 unused device was logged out.")
  expect(await phone("/account/security")).toMatchObject({ status: 307, location: "/login" })

  const program = apiClient(address, api)
  await confirm(checkUp.getByRole("button", { name: "Revoke" }), /^Revoke the API token/)
  await expectOutcome(page, /The API token .* was revoked/)
  expect((await program.GET("/me")).response.status).toBe(401)

  await expect(checkUp.getByRole("link", { name: "Connect a login" })).toHaveAttribute(
    "href",
    accountPages.connections,
  )
  await expect(rows).toHaveCount(1)
  await database.sql(
    `INSERT INTO "Account" (provider, "providerAccountId", "userId", type) VALUES ('oidc', $1, $2, 'oidc')`,
    user.id,
    user.id,
  )
  await page.reload()
  await expect(rows).toHaveCount(0)
  await expect(checkUp.getByText("Nothing needs your attention.")).toBeVisible()
})
