import { expectOutcome } from "@/e2e/support/acts"
import { expect, test } from "@/e2e/support/fixtures"
import { follow, openTwice, used } from "@/e2e/support/link-acts"
import { accountPages } from "@/lib/names/account-pages"
import { alsoEnded } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"
import { HttpClient } from "@/test/http/http-client"
import { press } from "@/test/http/http-form"
import { sessionCookieName } from "@/test/http/session-cookie"

const requested = "If that address is available, we've sent it a confirmation link."
const confirm = "Confirm new email"

test("a new email is confirmed from its own mailbox, and the other devices are logged out", async ({
  user,
  openOnNewDevice,
  issueTo,
  askWith,
  mailboxes,
}) => {
  const to = `new-${user.email}`
  const phone = askWith(await issueTo(user))
  const page = await openOnNewDevice(user, { path: accountPages.email })
  await page.getByLabel("New email").fill(to)
  await page.getByRole("button", { name: "Change email" }).click()
  await expectOutcome(page, requested)
  await expect(page.getByText(`Waiting for ${to} to be confirmed.`)).toBeVisible()

  await page.goto(await mailboxes.linkTo(to, "email_change"))
  await expect(page).toHaveURL("/confirm-email")
  await expect(page.getByText(`log in with ${to} instead of ${user.email}`)).toBeVisible()
  await expect(page.getByText("Your other devices will be logged out.")).toBeVisible()
  expect(await phone("/account/security")).toMatchObject({ status: 200 })
  await page.getByRole("button", { name: confirm }).click()

  await expect(page).toHaveURL(/^[^?]*\/account\/security\/email\?/)
  await expect(page.getByText(`You log in with ${to}`)).toBeVisible()
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  expect((await phone("/login")).body).toContain("Your email address was changed.")
})

test("the same without JavaScript, and the new email is the one that logs in", async ({
  user,
  address,
  issueTo,
  askWith,
  mailboxes,
}) => {
  const to = `new-${user.email}`
  const phone = askWith(await issueTo(user))
  const client = await loggedIn(address, await issueTo(user))
  const { body } = await press(client, accountPages.email, "Change email", { newEmail: to })
  expect(body).toContain(requested)
  const link = await mailboxes.linkTo(to, "email_change")
  expect((await openTwice(client, link)).body).toContain(to)
  expect(await phone("/account/security")).toMatchObject({ status: 200 })

  const { location } = await press(client, "/confirm-email", confirm)
  expect(location).toMatch(/^\/account\/security\/email\?outcome=/)
  expect((await client.ask(location ?? "")).body).toContain(
    words("security")("notices.email_changed"),
  )
  expect(await client.isLoggedIn()).toBe(true)
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  expect((await openTwice(client, link)).body).toContain(used)

  for (const [email, isLoggedIn] of [
    [user.email, false],
    [to, true],
  ] as const) {
    const other = new HttpClient(address)
    await other.logIn({ ...user, email })
    expect(await other.isLoggedIn()).toBe(isLoggedIn)
  }
})

test("the owner of the old address undoes the change, and the thief is out", async ({
  user,
  address,
  issueTo,
  newDevice,
  mailboxes,
}) => {
  const to = `thief-${user.email}`
  const thief = await loggedIn(address, await issueTo(user))
  await press(thief, accountPages.email, "Change email", { newEmail: to })
  await follow(thief, await mailboxes.linkTo(to, "email_change"), confirm)
  expect((await thief.ask(accountPages.email)).body).toContain(`You log in with ${to}`)

  const owner = await newDevice()
  const link = await mailboxes.linkTo(user.email, "email_change_notice")
  await owner.goto(link)
  await expect(owner).toHaveURL("/undo-email-change")
  await expect(owner.getByText(`change back from ${to} to ${user.email}`)).toBeVisible()
  expect(await thief.isLoggedIn()).toBe(true)
  await owner.getByRole("button", { name: "Undo the change" }).click()

  await expect(owner.getByText("Your email has been changed back. 1 session")).toBeVisible()
  expect((await thief.ask("/login")).body).toContain("This session was reported as unrecognised.")
  const client = new HttpClient(address)
  const reset = await openTwice(client, await mailboxes.linkTo(user.email, "password_reset"))
  expect(reset.body).toContain(`For ${user.email}.`)
  expect((await openTwice(client, link)).body).toContain(used)
})

test("a thief who changes the email twice does not keep it, whoever undoes without JavaScript", async ({
  user,
  address,
  issueTo,
  mailboxes,
  database,
}) => {
  const [one, two] = [`one-${user.email}`, `two-${user.email}`]
  const thief = await loggedIn(address, await issueTo(user))
  for (const newEmail of [one, two]) {
    await press(thief, accountPages.email, "Change email", { newEmail })
    await follow(thief, await mailboxes.linkTo(newEmail, "email_change"), confirm)
  }
  const own = await mailboxes.linkTo(user.email, "email_change_notice")
  const thiefs = await mailboxes.linkTo(one, "email_change_notice")

  const undone = await follow(new HttpClient(address), own, "Undo the change")
  expect(undone.location).toMatch(/^\/login\?outcome=/)
  const told = await new HttpClient(address).ask(undone.location ?? "")
  expect(told.body).toContain(alsoEnded(words("links")("undoEmail.done"), { session: 1 }))
  const { body } = await openTwice(thief, thiefs)
  expect(body).toContain("It ended when a session was reported.")
  const people = `SELECT email FROM "User" WHERE id = $1`
  expect(await database.sql(people, user.id)).toEqual([{ email: user.email }])
})

test("a stranger who confirms gets no account and no session: the address is its asker's", async ({
  user,
  address,
  issueTo,
  mailboxes,
  database,
}) => {
  const to = `friend-${user.email}`
  const asker = await loggedIn(address, await issueTo(user))
  await press(asker, accountPages.email, "Change email", { newEmail: to })
  const stranger = new HttpClient(address)
  const link = await mailboxes.linkTo(to, "email_change")
  expect((await openTwice(stranger, link)).body).toContain("so all your devices will be logged out")
  const confirmed = await follow(stranger, link, confirm)

  expect(confirmed.location).toMatch(/^\/login\?outcome=/)
  const told = await stranger.ask(confirmed.location ?? "")
  expect(told.body).toContain(words("links")("confirmEmail.done"))
  expect(await stranger.isLoggedIn()).toBe(false)
  const people = `SELECT id FROM "User" WHERE email = ANY($1::text[])`
  expect(await database.sql(people, [to, user.email])).toEqual([{ id: user.id }])
})

test("an address that is somebody's gets the same words, and no mail", async ({
  user,
  newPerson,
  address,
  issueTo,
  mailboxes,
}) => {
  const other = await newPerson()
  for (const newEmail of [other.email, `free-${user.email}`]) {
    const client = await loggedIn(address, await issueTo(user))
    const { body } = await press(client, accountPages.email, "Change email", { newEmail })
    expect(body).toContain(requested)
    expect(body).toContain(`Waiting for ${newEmail} to be confirmed.`)
  }
  expect(await mailboxes.kindsTo(other.email)).toEqual([])
})

async function loggedIn(address: string, secret: string): Promise<HttpClient> {
  const client = new HttpClient(address)
  client.cookies.set(sessionCookieName, secret)
  return client
}
