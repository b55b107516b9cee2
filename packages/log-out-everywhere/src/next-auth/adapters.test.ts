import Credentials from "next-auth/providers/credentials"
import { afterAll, describe, expect, test } from "vitest"
import { groundOn, kinds, openAdapter } from "@/test/adopters/authjs-adapters"
import { options } from "../acts/facade-under-test.ts"
import { logOutEverywhere } from "../acts/log-out-everywhere.ts"
import { defineAuthentication } from "../core/authentication.ts"
import { describeFace } from "../testing/index.ts"
import { NextAuth } from "./next-auth.ts"
import { newBrowser, providerOf, secret } from "./under-test/door-under-test.ts"
import { makeNextAuthFace } from "./under-test/face-under-test.ts"

describe.each(Object.entries(kinds))("%s", async (_, kind) => {
  const opened = await openAdapter(kind)
  afterAll(opened.close)
  const { adapter, store, linkCount } = opened
  const loe = logOutEverywhere({ authentication: defineAuthentication(options), store })
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

  describeFace(
    "as a face",
    (world) => makeNextAuthFace(adapter, world),
    { describe, test, expect },
    () => groundOn(opened),
  )

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
    meanwhile = () => opened.deleteByEmail(said.email)
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
