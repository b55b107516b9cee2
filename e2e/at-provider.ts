import { randomBytes } from "node:crypto"
import { expect, type Page } from "playwright/test"
import { storesOn } from "@/lib/db/stores"
import type { Database } from "./database"
import type { Person } from "./people"

/** Somebody's account at the OpenID provider. */
export interface Identity {
  readonly account: string
  readonly email: string
}

export function newIdentity(email?: string): Identity {
  const account = `sub-${randomBytes(6).toString("hex")}`
  return { account, email: email ?? `${account}@example.org` }
}

/** Goes from the log-in page to the provider. */
export async function continueWithProvider(page: Page): Promise<void> {
  if (!page.url().includes("/login")) await page.goto("/login")
  await page.getByRole("button", { name: "Continue with Test provider" }).click()
}

/** Fills in the provider's own log-in page. A provider may say that it did so some seconds ago. */
export async function logInAtProvider(
  page: Page,
  { account, email }: Identity,
  ageS = 0,
): Promise<void> {
  await expect(page.getByRole("heading", { name: "Log in at the provider" })).toBeVisible()
  await page.getByLabel("Account").fill(account)
  await page.getByLabel("Email").fill(email)
  await page.getByLabel("Seconds since log-in").fill(String(ageS))
  await page.getByRole("button", { name: "Go on" }).click()
}

/** Lets the identity open the person's account, as if they had connected it. */
export async function connect(
  { connection }: Database,
  { id }: Pick<Person, "id">,
  { account }: Identity,
): Promise<void> {
  const link = { provider: "oidc", providerAccountId: account }
  await storesOn(connection).accounts.link(id, link, "oidc")
}

/** Somebody whom only the provider lets in. */
export async function createPersonWithoutPassword(database: Database, identity: Identity) {
  const { users } = storesOn(database.connection)
  const user = await users.insert({
    email: identity.email,
    name: "Pat Provider",
    image: null,
    role: "user",
    passwordHash: null,
    emailVerifiedAt: null,
  })
  if (!user) throw new Error("The e-mail address is taken.")
  await connect(database, user, identity)
  return user
}

/** Whom an identity opens an account for, by the database. */
export async function ownersOf(database: Database, { account }: Identity): Promise<string[]> {
  const rows = await database.sql<{ userId: string }>(
    `SELECT "userId" FROM "Account" WHERE "providerAccountId" = $1`,
    account,
  )
  return rows.map(({ userId }) => userId)
}
