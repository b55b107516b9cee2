import { randomBytes } from "node:crypto"
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "playwright/test"
import { hashPassword } from "@/lib/users/log-in/password"
import { secretOf, sessionCookie } from "@/test/http/session-cookie"
import { testApp } from "@/test/world/app"
import { cheapHash } from "@/test/world/cheap-hash"
import { Complaints } from "./complaints"
import { Database } from "./database"
import { issueTo, type Wish } from "./issue"
import { logIn } from "./log-in"
import { Mailboxes } from "./mailbox"
import { createPerson, type Person } from "./people"
import { type Ask, thief } from "./thief"

export { expect, type Page } from "playwright/test"
export type { Person } from "./people"

interface DeviceOptions extends BrowserContextOptions {
  /** Ticks *Keep me logged in*. */
  readonly isRemembered?: boolean
}

interface OpenOptions extends BrowserContextOptions {
  readonly path?: string
}

interface Fixtures {
  /** For a race that needs the time in which a password is verified. */
  readonly isHashSlow: boolean
  /** A person of this test's own. */
  readonly user: Person
  readonly admin: Person
  readonly newPerson: (role?: "user" | "admin") => Promise<Person>
  /** A browser with its own profile, on no page yet. */
  readonly newDevice: (options?: BrowserContextOptions) => Promise<Page>
  /** A browser with its own profile, logged in through the form, on the security page. */
  readonly logInOnNewDevice: (person: Person, options?: DeviceOptions) => Promise<Page>
  /** The same without the form: for tests that are not about logging in. */
  readonly openOnNewDevice: (person: Person, options?: OpenOptions) => Promise<Page>
  /** A live secret of this person, in nobody's browser. */
  readonly issueTo: (person: Person, wish?: Wish) => Promise<string>
  /** Copies the session cookie of a browser as it is now, and asks with the copy. */
  readonly steal: (page: Page) => Promise<Ask>
  /** Plain HTTP with this text in the session cookie. */
  readonly askWith: (secret: string) => Ask
  /** Each test fails on what its browsers complain of. */
  readonly complaints: Complaints
}

interface WorkerFixtures {
  /** Where the app under test answers. */
  readonly address: string
  readonly database: Database
  readonly mailboxes: Mailboxes
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  address: [({ browserName: _ }, use) => use(testApp().url), { scope: "worker" }],

  database: [
    async ({ browserName: _ }, use) => {
      const { databaseUrl, ownerUrl } = testApp()
      const database = new Database(databaseUrl, ownerUrl)
      await use(database)
      await database.end()
    },
    { scope: "worker" },
  ],

  mailboxes: [
    ({ database }, use) => use(new Mailboxes(database.connection, testApp())),
    { scope: "worker" },
  ],

  complaints: [
    async ({ browserName: _ }, use) => {
      const complaints = new Complaints()
      await use(complaints)
      expect(complaints.unexpected(), "what the browsers complained of").toEqual([])
    },
    { auto: true },
  ],

  isHashSlow: [false, { option: true }],
  newPerson: ({ database, isHashSlow }, use) =>
    use((role = "user") =>
      createPerson(database.connection, role, isHashSlow ? hashPassword : cheapHash),
    ),
  user: async ({ newPerson }, use) => use(await newPerson("user")),
  admin: async ({ newPerson }, use) => use(await newPerson("admin")),

  newDevice: async ({ browser, address, complaints }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options = {}) => {
      const extraHTTPHeaders = { "X-Forwarded-For": newAddress() }
      const context = await browser.newContext({ baseURL: address, extraHTTPHeaders, ...options })
      contexts.push(context)
      complaints.listenTo(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },

  logInOnNewDevice: ({ newDevice }, use) =>
    use(async (person, { isRemembered = false, ...options } = {}) => {
      const page = await newDevice(options)
      await logIn(page, person, { isRemembered })
      await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
      return page
    }),

  openOnNewDevice: ({ newDevice, issueTo }, use) =>
    use(async (person, { path = "/account/security", ...options } = {}) => {
      const page = await newDevice(options)
      const value = await issueTo(person, options)
      await page.context().addCookies([{ ...sessionCookie, value }])
      await page.goto(path)
      return page
    }),

  issueTo: ({ database }, use) => use((person, wish) => issueTo(database.connection, person, wish)),
  askWith: ({ address }, use) => use((secret) => thief(address, secret)),
  steal: ({ askWith }, use) => use(async (page) => askWith(await secretOf(page))),
})

/** Each device has its own address, as a proxy would tell it, and so its own throttle. */
function newAddress(): string {
  return `2001:db8:${randomBytes(4)
    .toString("hex")
    .replace(/(.{4})/, "$1:")}::1`
}
