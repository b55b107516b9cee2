import { DrizzleAdapter } from "@auth/drizzle-adapter"
import PostgresAdapter from "@auth/pg-adapter"
import { drizzle } from "drizzle-orm/node-postgres"
import type { Adapter } from "next-auth/adapters"
import Credentials from "next-auth/providers/credentials"
import pg from "pg"
import { afterAll, describe, expect, test } from "vitest"
import { createEmptyDatabase } from "@/scripts/test-database"
import { options } from "../acts/facade-under-test.ts"
import { logOutEverywhere } from "../acts/log-out-everywhere.ts"
import { defineAuthentication } from "../core/authentication.ts"
import { fromPg, migrate, postgres, type UsersTable } from "../postgres/index.ts"
import { newBrowser, providerOf, secret } from "./door-under-test.ts"
import { NextAuth } from "./next-auth.ts"

interface Kind {
  readonly users: UsersTable
  readonly tables: string
  readonly adapterOn: (pool: pg.Pool) => Adapter
}

const accountColumns = `type text NOT NULL, provider text NOT NULL, "providerAccountId" text NOT NULL,
  refresh_token text, access_token text, id_token text, scope text, session_state text, token_type text`
const links = "identifier text NOT NULL, token text NOT NULL, PRIMARY KEY (identifier, token)"

/** Each with the tables that its documentation has, but for sessions. */
const kinds: Readonly<Record<string, Kind>> = {
  "@auth/pg-adapter, with integer ids": {
    users: { table: "users", type: "integer" },
    tables: `CREATE TABLE users (id serial PRIMARY KEY, name text, email text, "emailVerified" timestamptz, image text);
      CREATE TABLE accounts (id serial PRIMARY KEY, "userId" integer NOT NULL REFERENCES users ON DELETE CASCADE,
        expires_at bigint, ${accountColumns});
      CREATE TABLE verification_token (expires timestamptz NOT NULL, ${links})`,
    adapterOn: PostgresAdapter,
  },
  "@auth/drizzle-adapter": {
    users: { table: "user", type: "text" },
    tables: `CREATE TABLE "user" (id text PRIMARY KEY, name text, email text UNIQUE, "emailVerified" timestamp, image text);
      CREATE TABLE account ("userId" text NOT NULL REFERENCES "user" ON DELETE CASCADE, expires_at integer,
        ${accountColumns}, PRIMARY KEY (provider, "providerAccountId"));
      CREATE TABLE "verificationToken" (expires timestamp NOT NULL, ${links})`,
    adapterOn: (pool) => DrizzleAdapter(drizzle(pool)),
  },
}

describe.each(Object.entries(kinds))("%s", async (_, { users, tables, adapterOn }) => {
  const { ownerUrl, drop } = await createEmptyDatabase()
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 8 })
  pool.on("error", () => {})
  await pool.query(tables)
  const connection = fromPg(pool)
  await migrate(connection, users)
  const store = postgres(connection, { users })
  const loe = logOutEverywhere({ authentication: defineAuthentication(options), store })
  afterAll(async () => {
    await pool.end()
    await drop()
  })

  const adapter = adapterOn(pool)
  let mailed = ""
  let meanwhile = async () => {}
  const said = { sub: "7", name: "Cleo", email: "cleo@example.com", email_verified: true }
  const { handlers } = NextAuth(loe, {
    ...{ adapter, secret, trustHost: true, useSecureCookies: true, pages: { signIn: "/login" } },
    isVerified: (_, profile) => profile.email_verified === true,
    providers: [
      providerOf(() => said),
      Credentials({
        credentials: { email: {} },
        async authorize({ email }) {
          const user = await adapter.getUserByEmail?.(String(email))
          await meanwhile()
          return user ?? null
        },
      }),
      {
        ...{ id: "mail", name: "Mail", type: "email", maxAge: 600 },
        sendVerificationRequest({ url }) {
          mailed = url.split("/api/auth/")[1] ?? ""
        },
      },
    ],
    logger: { error() {} },
  })
  const openBrowser = () => newBrowser(handlers)
  const cleo = { email: said.email }
  const idOf = async () => String((await adapter.getUserByEmail?.(said.email))?.id)
  const linkCount = async () => {
    const table = users.table === "users" ? "verification_token" : `"verificationToken"`
    return Number((await pool.query(`SELECT count(*) FROM ${table}`)).rows[0].count)
  }

  test("a stranger comes by a provider, and is known again by it, by password and by a link", async () => {
    const [first, again, byPassword, byLink] = Array.from({ length: 4 }, openBrowser)
    for (const browser of [first, again]) await browser?.logInElsewhere()
    await byPassword?.post("callback/credentials", cleo)
    await byLink?.post("signin/mail", cleo)
    expect(await linkCount()).toBe(0)
    await byLink?.ask(mailed)
    const seen = [first, again, byPassword, byLink].map((browser) => browser?.sees())
    expect(await Promise.all(seen)).toEqual(["Cleo", "Cleo", "Cleo", "Cleo"])
  })

  test("log out everywhere ends the sessions, and the link that waits in the mailbox", async () => {
    const [browser, late] = [openBrowser(), openBrowser()]
    await browser.logInElsewhere()
    await late.post("signin/mail", cleo)
    await loe.logOutEverywhere(await idOf())
    expect(await browser.sees()).toBe(null)
    expect((await late.ask(mailed)).location).toContain("error=Verification")
    await browser.logInElsewhere()
    expect(await browser.sees()).toBe("Cleo")
  })

  test("a log-in that is overtaken is refused, be it by log out everywhere or by the end of the account", async () => {
    const [overtaken, deleted] = [openBrowser(), openBrowser()]
    meanwhile = async () => void (await loe.logOutEverywhere(await idOf()))
    const refused = await overtaken.post("callback/credentials", cleo)
    meanwhile = async () => {
      await pool.query(`DELETE FROM "${users.table}" WHERE email = $1`, [said.email])
    }
    const gone = await deleted.post("callback/credentials", cleo)
    for (const { status, location } of [refused, gone]) {
      expect([status, location]).toEqual([302, expect.stringContaining("code=changed_meanwhile")])
    }
  })

  test("a stranger's link stays with the adapter, and makes them an account", async () => {
    const browser = openBrowser()
    await browser.post("signin/mail", { email: "dora@example.com" })
    expect(await linkCount()).toBe(1)
    await browser.ask(mailed)
    expect(JSON.parse((await browser.ask("session")).body).user.email).toBe("dora@example.com")
    expect(await linkCount()).toBe(0)
  })
})
