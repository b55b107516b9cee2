import { expect, test } from "@/e2e/support/fixtures"
import { askForLink, follow, openTwice, used } from "@/e2e/support/link-acts"
import type { Mailboxes } from "@/e2e/support/mailbox"
import { type HttpAnswer, HttpClient } from "@/test/http/http-client"
import { press, submit } from "@/test/http/http-form"
import { sessionCookieName } from "@/test/http/session-cookie"

test("a mailed link logs its person in at a click, once", async ({
  user,
  address,
  newDevice,
  mailboxes,
  database,
}) => {
  const page = await newDevice()
  await page.goto("/login")
  await page.getByRole("link", { name: "Email me a login link" }).click()
  await expect(page).toHaveURL("/magic-link")
  await askForLink(page, "/magic-link", user.email)
  const link = await mailboxes.linkTo(user.email, "magic_link")

  await page.goto(link)
  await expect(page).toHaveURL("/magic-link")
  await expect(page.getByText(`You'll be logged in as ${user.email}`)).toBeVisible()
  expect(await database.sessionsOf(user.id)).toEqual([])
  await page.getByRole("button", { name: "Log in" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  expect(await database.sessionsOf(user.id)).toMatchObject([
    { method: "magic_link", revokedAt: null },
  ])
  expect((await openTwice(new HttpClient(address), link)).body).toContain(used)
})

test("the same without JavaScript", async ({ user, address, mailboxes, database }) => {
  const client = new HttpClient(address)
  const link = await mailedTo(user.email, address, mailboxes)
  expect((await openTwice(client, link)).body).toContain(user.email)
  expect(await database.sessionsOf(user.id)).toEqual([])

  const { location } = await press(client, "/magic-link", "Log in")
  expect(location).toBe("/login/arrive")
  expect((await client.ask("/login/arrive")).location).toBe("/account/security")
  expect((await client.ask("/account/security")).body).toContain(user.email)
})

test("of two browsers that have opened one link, the second is told that it is over", async ({
  user,
  address,
  mailboxes,
  database,
}) => {
  const [first, second] = [new HttpClient(address), new HttpClient(address)]
  const link = await mailedTo(user.email, address, mailboxes)
  for (const client of [first, second]) await openTwice(client, link)
  await press(first, "/magic-link", "Log in")
  expect(await first.isLoggedIn()).toBe(true)

  expect((await second.ask("/magic-link")).body).toContain(used)
  expect(await second.isLoggedIn()).toBe(false)
  expect(await database.sessionsOf(user.id)).toHaveLength(1)
})

test("a log-in by link ends the session that this browser had before", async ({
  user,
  newPerson,
  address,
  issueTo,
  mailboxes,
  database,
}) => {
  const other = await newPerson()
  const client = new HttpClient(address)
  client.cookies.set(sessionCookieName, await issueTo(other))
  const link = await mailedTo(user.email, address, mailboxes)
  await follow(client, link, "Log in")
  expect((await client.ask("/account/security")).body).toContain(user.email)
  expect(await database.sessionsOf(other.id)).toMatchObject([{ revocationReason: "replaced" }])
})

test("of two links opened in one browser, the form of each does what its page says, or nothing", async ({
  user,
  newPerson,
  address,
  mailboxes,
  database,
}) => {
  const bob = await newPerson()
  const client = new HttpClient(address)
  const pages: HttpAnswer[] = []
  for (const { email } of [user, bob]) {
    pages.push(await openTwice(client, await mailedTo(email, address, mailboxes)))
  }
  const [anns] = pages
  const { body } = await submit(client, "/magic-link", anns?.body ?? "", "Log in")
  expect(body).toContain("opened another link in this browser, so nothing was changed.")
  expect(await client.isLoggedIn()).toBe(false)
  expect(await database.sessionsOf(bob.id)).toEqual([])

  await press(client, "/magic-link", "Log in")
  expect((await client.ask("/account/security")).body).toContain(bob.email)
})

test("after logging out everywhere the link that waits logs nobody in", async ({
  user,
  address,
  issueTo,
  mailboxes,
}) => {
  const link = await mailedTo(user.email, address, mailboxes)
  const owner = new HttpClient(address)
  owner.cookies.set(sessionCookieName, await issueTo(user))
  await press(owner, "/account/security", "Log out everywhere")
  const { body } = await openTwice(new HttpClient(address), link)
  expect(body).toContain("It ended when you logged out everywhere.")
})

test("NextAuth's own endpoints take no mailed secret and mail none, in whatever spelling", async ({
  user,
  address,
  mailboxes,
  database,
}) => {
  const link = await mailedTo(user.email, address, mailboxes)
  const token = new URL(link, address).searchParams.get("secret") ?? ""
  const query = new URLSearchParams({ token, email: user.email, callbackUrl: address })

  for (const provider of ["magic_link", "magic_link/", "magic%5Flink", "%6dagic_link"]) {
    const client = new HttpClient(address)
    const form = { csrfToken: await client.csrfToken(), email: user.email, callbackUrl: address }
    for (const action of ["callback", "signin"]) {
      for (const method of ["GET", "HEAD"]) {
        await client.ask(`/api/auth/${action}/${provider}?${query}`, { method })
      }
      await client.post(`/api/auth/${action}/${provider}?${query}`, form)
    }
    expect(await client.isLoggedIn()).toBe(false)
  }

  expect(await database.sessionsOf(user.id)).toEqual([])
  expect(await mailboxes.kindsTo(user.email)).toEqual(["magic_link"])
  const client = new HttpClient(address)
  await follow(client, link, "Log in")
  expect(await client.isLoggedIn()).toBe(true)
})

async function mailedTo(email: string, address: string, mailboxes: Mailboxes): Promise<string> {
  await press(new HttpClient(address), "/magic-link", "Email me a link", { email })
  return mailboxes.linkTo(email, "magic_link")
}
