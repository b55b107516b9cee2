import { expectOutcome } from "@/e2e/support/acts"
import { expect, test } from "@/e2e/support/fixtures"
import {
  askForLink,
  choosePassword,
  follow,
  linkTo,
  openTwice,
  sentTo,
  twice,
  used,
} from "@/e2e/support/link-acts"
import { words } from "@/lib/texts/words"
import { HttpClient } from "@/test/http/http-client"
import { decoded, press } from "@/test/http/http-form"
import { sessionCookieName } from "@/test/http/session-cookie"

const newPassword = "seven quiet herons wade"
const submit = "Set password"
const why = "Your password was reset with a link we emailed you."

test("who forgot the password chooses a new one by mail: it ends every session, and logs nobody in", async ({
  user,
  address,
  newDevice,
  issueTo,
  askWith,
  mailboxes,
}) => {
  const phone = askWith(await issueTo(user))
  const page = await newDevice()
  await page.goto("/login")
  await page.getByRole("link", { name: "Forgot your password?" }).click()
  await expect(page).toHaveURL("/forgot-password")
  await askForLink(page, "/forgot-password", user.email)
  await expect(page.getByText(sentTo(user.email))).toBeVisible()

  await page.goto(await mailboxes.linkTo(user.email, "password_reset"))
  await expect(page).toHaveURL("/reset-password")
  await choosePassword(page, "password1234")
  await expect(page.getByLabel("New password", { exact: true })).toHaveAccessibleDescription(
    /That password is too common./,
  )
  expect(await phone("/account/security")).toMatchObject({ status: 200 })
  await choosePassword(page, newPassword)

  await expect(page.getByText("Password set. You can now log in.")).toBeVisible()
  await expect(page.getByLabel("Email")).toHaveValue(user.email)
  await expect(page.getByLabel("Password")).toBeFocused()
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/^Password set\./)
  expect(decodeURIComponent(page.url())).not.toContain(user.email)
  const names = (await page.context().cookies()).map(({ name }) => name)
  expect(names).not.toContain(sessionCookieName)
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  expect((await phone("/login")).body).toContain(why)
  await expectOpens(address, user.email, [user.password, newPassword], [false, true])
})

test("the same without JavaScript, and the link works once", async ({
  user,
  address,
  issueTo,
  askWith,
  mailboxes,
}) => {
  const phone = askWith(await issueTo(user))
  const client = new HttpClient(address)
  const asked = await press(client, "/forgot-password", "Email me a link", { email: user.email })
  expect(decoded(asked.body)).toContain(sentTo(user.email))
  const link = await mailboxes.linkTo(user.email, "password_reset")
  expect((await openTwice(client, link)).body).toContain(`For ${user.email}.`)
  expect(await phone("/account/security")).toMatchObject({ status: 200 })

  const refused = await press(client, "/reset-password", submit, twice("password1234"))
  expect(refused.body).toContain("That password is too common.")
  const set = await press(client, "/reset-password", submit, twice(newPassword))
  expect(set).toMatchObject({ status: 303, location: expect.stringMatching(/^\/login\?outcome=/) })
  expect((await client.ask(set.location ?? "")).body).toContain(words("links")("passwordSet"))

  expect(await client.isLoggedIn()).toBe(false)
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  expect((await phone("/login")).body).toContain(why)
  await expectOpens(address, user.email, [user.password, newPassword], [false, true])
  expect((await openTwice(new HttpClient(address), link)).body).toContain(used)
})

test("a link that is over says why, and where there is another", async ({
  user,
  address,
  issueTo,
  database,
}) => {
  const expired = await issueTo(user, { purpose: "password_reset" })
  await database.set(expired, "expiresAt", "-1 second")
  const endings = [
    ["nonsense".padEnd(43, "x"), "Open the link from the email again"],
    [await issueTo(user), "Open the link from the email again"],
    [expired, "It has expired."],
  ] as const
  for (const [secret, sentence] of endings) {
    const { body } = await openTwice(new HttpClient(address), linkTo("password_reset", secret))
    expect(body).toContain("This link no longer works")
    expect(body).toContain(sentence)
    expect(body).toContain('href="/forgot-password"')
    expect(body).not.toContain(user.email)
  }
})

test("a link that dies while its page is open says so, and changes nothing", async ({
  user,
  address,
  issueTo,
  newDevice,
  mailboxes,
}) => {
  const page = await newDevice()
  await askForLink(page, "/forgot-password", user.email)
  await page.goto(await mailboxes.linkTo(user.email, "password_reset"))
  const owner = new HttpClient(address)
  owner.cookies.set(sessionCookieName, await issueTo(user))
  await press(owner, "/account/security", "Log out everywhere")

  await choosePassword(page, newPassword)
  await expectOutcome(page, "This link no longer works. Ask for a new one.")
  await page.reload()
  await expect(page.getByText("It ended when you logged out everywhere.")).toBeVisible()
  await expectOpens(address, user.email, [newPassword, user.password], [false, true])
})

test("a newer link takes the place of the one before, which says so", async ({
  user,
  address,
  database,
  mailboxes,
}) => {
  const links = []
  for (const count of [1, 2]) {
    await press(new HttpClient(address), "/forgot-password", "Email me a link", {
      email: user.email,
    })
    await expect.poll(() => mailboxes.kindsTo(user.email)).toHaveLength(count)
    await database.letMailGapPass("password_reset", user.email)
    links.push(await mailboxes.linkTo(user.email, "password_reset"))
  }
  const [before = "", after = ""] = links
  const { body } = await openTwice(new HttpClient(address), before)
  expect(body).toContain("We sent a newer link.")
  const set = await follow(new HttpClient(address), after, submit, twice(newPassword))
  const told = await new HttpClient(address).ask(set.location ?? "")
  expect(told.body).toContain(words("links")("passwordSet"))
})

for (const path of ["/forgot-password", "/magic-link"] as const) {
  test(`${path} tells nobody who has an account, and mails nothing to who has none`, async ({
    user,
    address,
    database,
    mailboxes,
  }) => {
    const stranger = `nobody-${user.id}@example.com`
    const answers = []
    for (const email of [stranger, user.email]) {
      const { status, body } = await press(new HttpClient(address), path, "Email me a link", {
        email,
      })
      expect(decoded(body)).toContain(sentTo(email))
      const shown = body.replaceAll(/<script.*?<\/script>|nonce="[^"]*"/gs, "")
      answers.push([status, shown.replaceAll(email, "them")])
    }
    expect(answers[0]).toEqual(answers[1])

    const kind = path === "/magic-link" ? "magic_link" : "password_reset"
    await mailboxes.linkTo(user.email, kind)
    expect(await mailboxes.kindsTo(stranger)).toEqual([])
    expect(await database.sql(`SELECT FROM "User" WHERE email = $1`, stranger)).toEqual([])
    expect(await database.sql(`SELECT FROM "SignUpLink" WHERE email = $1`, stranger)).toEqual([])
  })
}

async function expectOpens(
  address: string,
  email: string,
  passwords: readonly string[],
  opened: readonly boolean[],
): Promise<void> {
  for (const [index, password] of passwords.entries()) {
    const client = new HttpClient(address)
    await client.logIn({ email, password })
    expect(await client.isLoggedIn()).toBe(opened[index])
  }
}
