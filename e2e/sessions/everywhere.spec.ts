import { confirm } from "@/e2e/support/acts"
import { iphone } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"
import { logIn } from "@/e2e/support/log-in"

test("Log out everywhere ends every session, this one included, each log-in page says why, and the browser that did it has the receipt", async ({
  user,
  logInOnNewDevice,
  newPerson,
  steal,
  database,
  openOnNewDevice,
}) => {
  const laptop = await logInOnNewDevice(user)
  const phone = await openOnNewDevice(user, iphone)
  const stranger = await openOnNewDevice(await newPerson())
  const askAsStranger = await steal(stranger)
  await laptop.reload()
  await expect(laptop.getByText("Ends 2 sessions. This device is logged out too")).toBeVisible()

  await confirm(
    laptop.getByRole("button", { name: "Log out everywhere" }),
    "Log out everywhere, including this device?",
  )
  await expect(laptop).toHaveURL(/\/login/)
  await expect(laptop.getByText("You're logged out everywhere. 2 sessions")).toBeVisible()
  const receipt = laptop.getByRole("region", { name: "Receipt" })
  await expect(receipt.getByText("Safari on iOS")).toBeVisible()
  await expect(receipt.getByText("Checked just now: none of these still works.")).toBeVisible()

  await expect(phone).toHaveURL(/\/login/)
  await expect(
    phone.getByText("You logged out everywhere, including on this device."),
  ).toBeVisible()
  await expect(phone.getByRole("region", { name: "Receipt" })).toHaveCount(0)
  for (const row of await database.sessionsOf(user.id)) {
    expect(row).toMatchObject({ revocationReason: "log_out_everywhere", revokedById: user.id })
  }

  await laptop.reload()
  await expect(laptop.getByLabel("Password")).toBeVisible()
  await expect(receipt).toHaveCount(0)
  await logIn(laptop, user)
  await expect(laptop.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  await laptop.goto("/account/history")
  await laptop.getByRole("link", { name: "Logged out everywhere" }).click()
  await expect(laptop.getByRole("heading", { level: 1 })).toHaveText(
    "Receipt: Logged out everywhere",
  )
  await expect(laptop.getByText("Safari on iOS")).toBeVisible()
  expect(await askAsStranger(new URL(laptop.url()).pathname)).toMatchObject({ status: 404 })

  await stranger.reload()
  await expect(stranger.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
})
