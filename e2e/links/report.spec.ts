import { firefox, iphone } from "@/e2e/support/devices"
import { expect, type Person, test } from "@/e2e/support/fixtures"
import { follow, openTwice, used } from "@/e2e/support/link-acts"
import { whatEnded } from "@/lib/texts/counts"
import { HttpClient } from "@/test/http/http-client"
import { press } from "@/test/http/http-form"

const why = "This session was reported as unrecognised."
const everything = "Log out everywhere"

test("This wasn't me ends that session and no other, without a log-in", async ({
  user,
  address,
  newDevice,
  mailboxes,
}) => {
  const phone = await logInFrom(address, user, iphone)
  expect(await mailboxes.kindsTo(user.email)).toEqual([])
  const thief = await logInFrom(address, user, firefox)

  const owner = await newDevice()
  await owner.goto(await mailboxes.linkTo(user.email, "new_device"))
  await expect(owner).toHaveURL("/report")
  await expect(owner.getByText("Firefox on Linux")).toBeVisible()
  expect(await thief.isLoggedIn()).toBe(true)
  await owner.getByRole("button", { name: "Log out that device" }).click()

  await expect(owner.getByText("We've sent you a link to reset your password")).toBeVisible()
  expect(await thief.isLoggedIn()).toBe(false)
  expect((await thief.ask("/login")).body).toContain(why)
  expect(await phone.isLoggedIn()).toBe(true)
})

test("it ends everything without JavaScript, works once, and mails a link for a new password", async ({
  user,
  address,
  mailboxes,
}) => {
  const phone = await logInFrom(address, user, iphone)
  const thief = await logInFrom(address, user, firefox)
  const owner = new HttpClient(address)
  const link = await mailboxes.linkTo(user.email, "new_device")
  expect((await openTwice(owner, link)).body).toContain("Firefox on Linux")
  expect(await thief.isLoggedIn()).toBe(true)

  const { location } = await press(owner, "/report", everything)
  expect(location).toMatch(/^\/login\?outcome=/)
  expect((await owner.ask(location ?? "")).body).toContain(whatEnded({ session: 2 }))
  for (const client of [phone, thief]) {
    expect(await client.isLoggedIn()).toBe(false)
    expect((await client.ask("/login")).body).toContain(why)
  }
  expect(await owner.isLoggedIn()).toBe(false)
  const reset = await openTwice(owner, await mailboxes.linkTo(user.email, "password_reset"))
  expect(reset.body).toContain(`For ${user.email}.`)
  expect((await openTwice(owner, link)).body).toContain(used)
})

test("a thief who logs out everywhere does not take the owner's link with it", async ({
  user,
  address,
  mailboxes,
}) => {
  await logInFrom(address, user, iphone)
  const thief = await logInFrom(address, user, firefox)
  await press(thief, "/account/security", "Log out everywhere")

  const link = await mailboxes.linkTo(user.email, "new_device")
  const { location } = await follow(new HttpClient(address), link, everything)
  const told = await new HttpClient(address).ask(location ?? "")
  expect(told.body).toContain(whatEnded({}))
  await mailboxes.linkTo(user.email, "password_reset")
})

async function logInFrom(
  address: string,
  person: Person,
  { userAgent }: typeof firefox,
): Promise<HttpClient> {
  const client = new HttpClient(address, { "User-Agent": userAgent })
  await client.logIn(person)
  expect(await client.isLoggedIn()).toBe(true)
  return client
}
