import { randomBytes } from "node:crypto"
import { expect, type Page } from "playwright/test"
import { storesOn } from "@/lib/db/users/stores"
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

/** What the browser has kept of its journeys to a provider. */
export const tripsOf = async (page: Page) =>
  (await page.context().cookies()).filter(({ name }) => name.startsWith("__Host-loe-trip-"))

/** Goes to the provider, and says where exactly that was, and what the browser has kept of it. */
export async function leave(page: Page, start: (page: Page) => Promise<void>) {
  const before = await tripsOf(page)
  const [request] = await Promise.all([page.waitForRequest(/\/auth\?.*state=/), start(page)])
  await expect(page.getByRole("heading", { name: "Log in at the provider" })).toBeVisible()
  const [trip] = (await tripsOf(page)).filter(({ name }) =>
    before.every((other) => other.name !== name),
  )
  if (!trip) throw new Error("The browser has kept nothing of its journey.")
  return { authorization: request.url(), trip }
}
