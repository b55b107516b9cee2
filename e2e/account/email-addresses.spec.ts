import { expect, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"
import { words } from "@/lib/texts/words"
import { HttpClient } from "@/test/http/http-client"
import { submit } from "@/test/http/http-form"
import { sessionCookieName } from "@/test/http/session-cookie"
import { longAddresses, oddAddresses } from "@/test/mail/odd-addresses"

test("what we make of an address is what Chromium makes of it, but for lengths that mail has not", async ({
  page,
}) => {
  await page.setContent(`<input type="email" required>`)
  // Typed, for only then does it write the domain in ASCII.
  const isValid = async (typed: readonly string[]) => {
    const verdicts: boolean[] = []
    for (const address of typed) {
      await page.getByRole("textbox").fill(address)
      verdicts.push(
        await page
          .getByRole("textbox")
          .evaluate((input: HTMLInputElement) => input.checkValidity()),
      )
    }
    return verdicts
  }
  const verdicts = await isValid(oddAddresses.map(([typed]) => typed))
  expect(oddAddresses.map(([typed], index) => [typed, verdicts[index]])).toEqual(
    oddAddresses.map(([typed, kept]) => [typed, kept !== null]),
  )
  expect(await isValid(longAddresses.slice(0, 1))).toEqual([true])
})

/** One of each kind: no door has its own rule. */
const tried = [
  ["o'brien/sales&co@example.com", true],
  ["foo..bar.@localhost", true],
  ["  info@müller.example", true],
  ["jürgen@example.com", false],
  ["\u212Aelvin@example.com", false],
  ["ann@example.com,bob@example.com", false],
  ['"ann lee"@example.com', false],
  [longAddresses[0] ?? "", false],
] as const

test("each door makes the same of each odd address", async ({ user, admin, address, issueTo }) => {
  const t = words("mailMe")
  const tForm = words("form")
  const secrets = { user: await issueTo(user), admin: await issueTo(admin) }
  const doors = [
    { path: "/login", button: words("logInForm")("submit"), field: "email", as: null },
    { path: "/forgot-password", button: t("submit"), field: "email", as: null },
    { path: "/magic-link", button: t("submit"), field: "email", as: null },
    {
      path: accountPages.email,
      button: words("emailForm")("submit"),
      field: "newEmail",
      as: "user",
    },
    {
      path: "/admin/users/new",
      button: words("invitationForm")("submit"),
      field: "email",
      as: "admin",
    },
  ] as const

  for (const { path, button, field, as } of doors) {
    const client = new HttpClient(address)
    if (as) client.cookies.set(sessionCookieName, secrets[as])
    const page = await client.ask(path)
    const refused: [string, boolean][] = []
    for (const [typed] of tried) {
      const fields = { [field]: typed, password: "not the password", role: "user", name: "" }
      const { body } = await submit(client, path, page.body, button, fields)
      const sentences = [tForm("email"), tForm("emailLocalPart")]
      refused.push([typed, sentences.some((sentence) => isIn(body, sentence))])
    }
    expect([path, refused]).toEqual([path, tried.map(([typed, isTaken]) => [typed, !isTaken])])
  }
})

test("a person with an internationalised address logs in by either spelling", async ({
  user,
  database,
  address,
}) => {
  const [localPart] = user.email.split("@")
  await database.sql(
    `UPDATE "User" SET email = $1 WHERE id = $2`,
    `${localPart}@xn--mller-kva.example`,
    user.id,
  )
  for (const domain of ["müller.example", "MÜLLER.example", "xn--mller-kva.example"]) {
    const client = new HttpClient(address)
    await client.logIn({ ...user, email: `${localPart}@${domain}` })
    expect(await client.isLoggedIn()).toBe(true)
  }
  const client = new HttpClient(address)
  await client.logIn({ ...user, email: `${localPart}@muller.example` })
  expect(await client.isLoggedIn()).toBe(false)
})

const isIn = (html: string, text: string) =>
  html.includes(text.replaceAll("'", "&#x27;")) || html.includes(text)
