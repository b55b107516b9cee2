import { expect, test } from "@/e2e/support/fixtures"
import { choosePassword, follow, openTwice, twice, used } from "@/e2e/support/link-acts"
import { logIn } from "@/e2e/support/log-in"
import { words } from "@/lib/texts/words"
import { HttpClient } from "@/test/http/http-client"
import { press } from "@/test/http/http-form"
import { sessionCookieName } from "@/test/http/session-cookie"

const password = "seven quiet herons wade"
const submit = "Set password"

test("a person whom an administrator invites chooses the password themselves, and logs in with it", async ({
  admin,
  openOnNewDevice,
  newDevice,
  address,
  mailboxes,
}) => {
  const email = `invited-${admin.email}`
  const page = await openOnNewDevice(admin, { path: "/admin/users/new" })
  await page.getByLabel("Email").fill(email)
  await page.getByRole("button", { name: "Invite", exact: true }).click()
  const link = await mailboxes.linkTo(email, "invitation")

  const invited = await newDevice()
  await invited.goto(link)
  await expect(invited).toHaveURL("/invitation")
  await choosePassword(invited, password)
  await expect(invited.getByText("Password set. You can now log in.")).toBeVisible()
  await logIn(invited, { email, password })
  await expect(invited.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  expect((await openTwice(new HttpClient(address), link)).body).toContain(used)
})

test("an administrator starts a reset, and only the person's own link chooses the password", async ({
  admin,
  user,
  address,
  issueTo,
  askWith,
  mailboxes,
}) => {
  const phone = askWith(await issueTo(user))
  const client = new HttpClient(address)
  client.cookies.set(sessionCookieName, await issueTo(admin))
  await press(client, `/admin/users/${user.id}`, "Send password reset")
  const link = await mailboxes.linkTo(user.email, "password_reset")
  expect(await phone("/account/security")).toMatchObject({ status: 200 })

  const person = new HttpClient(address)
  const set = await follow(person, link, submit, twice(password))
  expect((await person.ask(set.location ?? "")).body).toContain(words("links")("passwordSet"))
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  await person.logIn({ ...user, password })
  expect(await person.isLoggedIn()).toBe(true)
})
