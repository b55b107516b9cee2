import { expect, test } from "vitest"
import { givenApp } from "./under-test/door-under-test.ts"

/** An app that mails links, and the last link that it mailed. */
function given(through?: Parameters<typeof givenApp>[1], code?: string) {
  let url = ""
  const change: Parameters<typeof givenApp>[0] = {
    providers: [
      {
        ...{ id: "mail", name: "Mail", type: "email", maxAge: 600 },
        ...(code && { generateVerificationToken: () => code }),
        sendVerificationRequest(sent) {
          url = sent.url
        },
      },
    ],
  }
  const app = givenApp(change, through)
  const browser = app.newBrowser()
  return {
    ...app,
    browser,
    async mail(name: string): Promise<string> {
      await browser.post("signin/mail", { email: `${name}@example.com` })
      return url.split("/api/auth/")[1] ?? ""
    },
  }
}

test("a link logs in once", async () => {
  const { browser, newBrowser, mail } = given()
  const link = await mail("ann")
  await browser.ask(link)
  expect(await browser.sees()).toBe("ann")
  const second = newBrowser()
  expect((await second.ask(link)).location).toContain("error=Verification")
  expect(await second.sees()).toBe(null)
})

test("of two browsers that open a link at once, one logs in", async () => {
  const waiting: (() => void)[] = []
  const { newBrowser, mail } = given((loe) => ({
    ...loe,
    // Both have looked before either goes on.
    async resume(purpose, ...asked) {
      const resumed = await loe.resume(purpose, ...asked)
      if (purpose !== "magic_link") return resumed
      await new Promise<void>((go) => {
        waiting.push(go)
        if (waiting.length === 2) for (const each of waiting) each()
      })
      return resumed
    },
  }))
  const link = await mail("ann")
  const browsers = [newBrowser(), newBrowser()]
  await Promise.all(browsers.map((browser) => browser.ask(link)))
  const seen = await Promise.all(browsers.map((browser) => browser.sees()))
  expect(seen.filter(Boolean)).toEqual(["ann"])
})

test("the link of a person is theirs, and ends with log out everywhere", async () => {
  const { browser, mail, loe, app } = given()
  const link = await mail("ann")
  expect(app.linkCount).toBe(0)
  await loe.logOutEverywhere("ann")
  expect((await browser.ask(link)).location).toContain("error=Verification")
  expect(await browser.sees()).toBe(null)
})

test("a stranger's link stays with the app's own adapter, and makes them an account", async () => {
  const { browser, mail, app } = given()
  const link = await mail("cleo")
  expect(app.linkCount).toBe(1)
  await browser.ask(link)
  expect(JSON.parse((await browser.ask("session")).body).user.email).toBe("cleo@example.com")
})

test("two people who are given one short code each use their own, once", async () => {
  const { newBrowser, mail } = given(undefined, "123456")
  const links = [await mail("ann"), await mail("bob")]
  for (const [index, name] of ["ann", "bob"].entries()) {
    const [browser, again] = [newBrowser(), newBrowser()]
    await browser.ask(links[index] ?? "")
    expect(await browser.sees()).toBe(name)
    expect((await again.ask(links[index] ?? "")).location).toContain("error=Verification")
  }
})

test.each([
  ["lives until the provider says", 599_000, "ann"],
  ["is over when the provider says", 600_000, null],
])("a link %s", async (_, ms, name) => {
  const { browser, mail, pass } = given()
  const link = await mail("ann")
  pass(ms)
  await browser.ask(link)
  expect(await browser.sees()).toBe(name)
})

test.each([2, -2])("a link works where this machine's clock is off by %i days", async (days) => {
  const { browser, mail, pass } = given()
  pass(days * 86_400_000)
  await browser.ask(await mail("ann"))
  expect(await browser.sees()).toBe("ann")
})
