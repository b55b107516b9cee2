import { connect, newIdentity, ownersOf } from "@/e2e/support/at-provider"
import { expect } from "@/e2e/support/fixtures"
import { ProviderVisitor } from "@/e2e/support/http-provider"
import { follow, twice } from "@/e2e/support/link-acts"
import { testWithSignUp as test } from "@/e2e/support/own-app"
import type { Person } from "@/e2e/support/people"
import { accountPages } from "@/lib/names/account-pages"
import { HttpClient } from "@/test/http/http-client"
import { press } from "@/test/http/http-form"
import { sessionCookieName } from "@/test/http/session-cookie"

// One app for all of them: to start another costs more than to wait.
test.describe.configure({ mode: "default" })

const newPassword = "seven quiet herons wade"

test("after the undoing and a reset, what a hijacker connected opens nothing, and the mail names it", async ({
  user,
  address,
  database,
  issueTo,
  mailboxes,
}) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  await hijack({ user, address, mailboxes, secret: await issueTo(user) })
  expect(await new ProviderVisitor(address).logIn(identity)).not.toContain("/login")

  const owner = new HttpClient(address)
  await follow(owner, await mailboxes.linkTo(user.email, "email_change_notice"), "Undo the change")
  expect(await ownersOf(database, identity)).toEqual([])
  const mail = await database.sql(
    `SELECT facts->>'removed' AS removed FROM "OutboxMail" WHERE "to" = $1 AND kind = 'password_reset'`,
    user.email,
  )
  expect(mail).toEqual([{ removed: "Test provider" }])
  const old = new HttpClient(address)
  await old.logIn(user).catch(() => {})
  expect(await old.isLoggedIn()).toBe(false)

  const link = await mailboxes.linkTo(user.email, "password_reset")
  await follow(owner, link, "Set password", twice(newPassword))
  await owner.logIn({ ...user, password: newPassword })
  expect(await owner.isLoggedIn()).toBe(true)
  await new ProviderVisitor(address).logIn(identity)
  expect(await ownersOf(database, identity)).not.toContain(user.id)
})

test("a victim who asks for a link with the old address, or comes by a provider, does not disarm the undoing", async ({
  user,
  address,
  issueTo,
  mailboxes,
}) => {
  const identity = newIdentity(user.email)
  const taken = await new ProviderVisitor(address).logIn(identity)
  await hijack({ user, address, mailboxes, secret: await issueTo(user) })

  expect(await new ProviderVisitor(address).logIn(identity)).toBe(taken)
  const victim = new HttpClient(address)
  await press(victim, "/magic-link", "Email me a link", { email: user.email })
  const undone = await follow(
    victim,
    await mailboxes.linkTo(user.email, "email_change_notice"),
    "Undo the change",
  )
  expect((await victim.ask(undone.location ?? "")).body).toContain(
    "Your email has been changed back.",
  )
})

/** Gives the account an address of the thief's, in a session that the thief has stolen. */
async function hijack({
  user,
  address,
  mailboxes,
  secret,
}: {
  readonly user: Person
  readonly address: string
  readonly mailboxes: { linkTo(email: string, kind: "email_change"): Promise<string> }
  readonly secret: string
}): Promise<void> {
  const thief = new HttpClient(address)
  thief.cookies.set(sessionCookieName, secret)
  const to = `thief-${user.email}`
  await press(thief, accountPages.email, "Change email", { newEmail: to })
  await follow(thief, await mailboxes.linkTo(to, "email_change"), "Confirm new email")
}
