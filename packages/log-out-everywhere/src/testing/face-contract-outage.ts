import type { GiveFace } from "./face-contract-given.ts"
import type { TestTools } from "./store-under-test.ts"

/** The laws of a store that cannot answer: nobody gets in, and nobody is logged out. */
export function describeOutage(given: GiveFace, { test, expect }: TestTools): void {
  for (const way of ["gate", "logOut", "logOutEverywhere"] as const) {
    test(`while the store is down, ${way} fails as the server's fault, and the cookie stays`, async () => {
      const { newBrowser, setDown, ids } = await given()
      const browser = newBrowser()
      await browser.logIn("ann", "ann's old one")
      const { secret } = browser
      setDown(true)
      const { status, body } = await browser.send(way)
      expect([status >= 500, body.includes(ids.ann)]).toEqual([true, false])
      expect(browser.secret).toBe(secret)
      setDown(false)
      expect(await browser.sees()).toBe("ann")
    })
  }

  test("while the store is down nobody logs in, and people who were logged in stay so", async () => {
    const { newBrowser, setDown } = await given()
    const [had, none] = [newBrowser(), newBrowser()]
    await had.logIn("bob", "bob's own")
    setDown(true)
    for (const browser of [had, none]) {
      expect((await browser.logIn("ann", "ann's old one")).status >= 500).toBe(true)
    }
    setDown(false)
    expect([await had.sees(), none.secret]).toEqual(["bob", null])
  })
}
