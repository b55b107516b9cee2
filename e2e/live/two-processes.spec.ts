import { confirm } from "@/e2e/support/acts"
import { iphone } from "@/e2e/support/devices"
import { expect } from "@/e2e/support/fixtures"
import { listening } from "@/e2e/support/listening"
import { thief } from "@/e2e/support/thief"
import { test } from "@/e2e/support/two-apps"
import { secretOf } from "@/test/http/session-cookie"

test("two processes behind a balancer: an end at one takes the pages that hang on either, and a stop sends them to the other", async ({
  twoApps: { apps, streams },
  user,
  admin,
  openOnNewDevice,
  complaints,
}) => {
  complaints.expect(/ERR_|50[023]|401/)
  const laptop = await listening(await openOnNewDevice(user))
  const phones = []
  while (phones.length < 2 || streams.includes(0)) {
    phones.push(await listening(await openOnNewDevice(user, iphone)))
  }
  const secrets = await Promise.all(phones.map(secretOf))
  const statuses = () =>
    Promise.all(
      secrets.flatMap((secret) =>
        apps.map(async ({ app }) => (await thief(app.url, secret)("/account/security")).status),
      ),
    )
  expect(new Set(await statuses())).toEqual(new Set([200]))

  await confirm(laptop.getByRole("button", { name: /^Log out other devices/ }), /other/)
  for (const phone of phones) {
    await expect(phone).toHaveURL(/\/login\?returnTo=/)
    await expect(phone.getByText("logged out from another of your devices")).toBeVisible()
  }
  expect(new Set(await statuses())).toEqual(new Set([307]))

  const openOffice = async () =>
    listening(await openOnNewDevice(admin, { path: "/admin/sessions" }))
  const atFirst = streams[0]
  let office = await openOffice()
  while (streams[0] === atFirst) office = await openOffice()
  const before = streams[1] ?? 0
  const stoppedAt = performance.now()
  expect(await apps[0]?.stop()).toBe(0)
  expect(performance.now() - stoppedAt).toBeLessThan(10_000)
  await expect.poll(() => streams[1]).toBeGreaterThan(before)
  await office.getByLabel("Reason (shown to the people affected)").fill("A leak was found")
  await office.getByLabel("To confirm, type: log everyone out").fill("log everyone out")
  await confirm(office.getByRole("button", { name: "Log everyone out" }), "Log everyone out?")
  await expect(laptop.getByText("An administrator logged everyone out.")).toBeVisible()
})
