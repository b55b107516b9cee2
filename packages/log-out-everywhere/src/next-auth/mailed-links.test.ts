import { expect, test } from "vitest"
import { givenApp } from "./door-under-test.ts"

/** An app that mails links, and the last link that it mailed. */
function given(through?: Parameters<typeof givenApp>[1]) {
  let url = ""
  const change: Parameters<typeof givenApp>[0] = {
    providers: [
      {
        ...{ id: "mail", name: "Mail", type: "email", maxAge: 600 },
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
