import { expect, test } from "vitest"
import type { LogOutEverywhere } from "../acts/log-out-everywhere.ts"
import { givenApp } from "./under-test/door-under-test.ts"

const logIns = 20

/** How many log-ins with the old password, each overtaken by its change, are logged in after it. */
async function survivors(through?: (loe: LogOutEverywhere) => LogOutEverywhere): Promise<number> {
  const { newBrowser, overtakeBy, changePassword, app } = givenApp({}, through)
  const browsers = Array.from({ length: logIns }, newBrowser)
  let waiting = 0
  let release = () => {}
  const changed = new Promise<void>((resolve) => {
    release = resolve
  })
  overtakeBy(async () => {
    waiting++
    if (waiting === logIns) {
      await changePassword("ann", "ann's new one")
      release()
    }
    await changed
  })
  await Promise.all(browsers.map((browser) => browser.logIn("ann")))
  expect(app.people.get("ann")?.passwordHash).toBe("hash of ann's new one")
  const seen = await Promise.all(browsers.map((browser) => browser.sees()))
  return seen.filter((name) => name === "ann").length
}

test("no log-in with the old password outlives its change, with authorize untouched", async () => {
  expect(await survivors()).toBe(0)
})

test("without the mark, those that were under way survive", async () => {
  /** What a wrapper of the config alone can do: it looks when `authorize` is done. */
  const late = (loe: LogOutEverywhere): LogOutEverywhere => ({
    ...loe,
    issue: async (asked) => loe.issue({ ...asked, mark: await loe.mark() }),
  })
  expect(await survivors(late)).toBe(logIns)
})

test("a log-in that was overtaken says so to its page", async () => {
  const { newBrowser, overtakeBy, loe } = givenApp()
  const browser = newBrowser()
  overtakeBy(() => loe.logOutEverywhere("ann"))
  const { location } = await browser.logIn("ann")
  expect(location).toBe("https://app.example/login?error=CredentialsSignin&code=changed_meanwhile")
})
