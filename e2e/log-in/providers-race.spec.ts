import {
  connect,
  continueWithProvider,
  logInAtProvider,
  newIdentity,
} from "@/e2e/support/at-provider"
import { expect, test } from "@/e2e/support/fixtures"
import { holdLogOutEverywhere, waitForLock } from "@/e2e/support/held-act"

test("a log-in through the provider that overlaps Log out everywhere makes no session", async ({
  user,
  database,
  newDevice,
}) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  const page = await newDevice()
  await continueWithProvider(page)
  const commit = await holdLogOutEverywhere(database, user.id)

  // Pressing the provider's button waits for the answer, which waits for the lock.
  const loggingIn = logInAtProvider(page, identity)
  await waitForLock(database)
  await commit()
  await loggingIn

  await expect(page).toHaveURL(/\/login\?/)
  await expect(page.getByText("Your account was just changed. Please log in again.")).toBeVisible()
  expect(await database.sessionsOf(user.id)).toEqual([])

  await continueWithProvider(page)
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  expect(await database.sessionsOf(user.id)).toMatchObject([{ revokedAt: null }])
})
