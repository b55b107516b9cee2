import { endablePurposes } from "../core/token.ts"
import type { GiveFace } from "./face-contract-given.ts"
import type { TestTools } from "./store-under-test.ts"

/** The laws of what is turned away: other purposes' secrets, and other sites' forms. */
export function describeTurningAway(given: GiveFace, { test, expect }: TestTools): void {
  for (const purpose of endablePurposes.filter((each) => each !== "session")) {
    test(`a token of the purpose ${purpose} in the session's cookie opens nothing`, async () => {
      const { newBrowser, loe, secretOf } = await given()
      const browser = newBrowser()
      const secret = await secretOf("ann", purpose)
      browser.bring(secret)
      expect(await browser.sees()).toBe(null)
      for (const act of ["logOut", "logOutEverywhere"] as const) await browser.send(act)
      expect((await loe.resume(purpose, secret, { touch: false })).ok).toBe(true)
    })
  }

  const foreign = {
    "another site's page": { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    "a neighbour's page": { "sec-fetch-site": "same-site", origin: "https://evil.app.example" },
    "an old browser on another site": { origin: "https://evil.example" },
    "a page without an origin": { origin: "null" },
  }
  for (const [name, from] of Object.entries(foreign)) {
    test(`what ${name} sends neither acts nor logs in`, async () => {
      const { newBrowser } = await given()
      const [browser, stranger] = [newBrowser(), newBrowser()]
      await browser.logIn("ann", "ann's old one")
      for (const act of ["logOut", "logOutEverywhere"] as const) {
        expect((await browser.send(act, {}, from)).status >= 300).toBe(true)
        expect(await browser.sees()).toBe("ann")
      }
      await stranger.send("logIn", { name: "bob", password: "bob's own" }, from)
      expect([stranger.secret, await stranger.sees()]).toEqual([null, null])
    })
  }

  test("a cookie of any text is nobody's", async () => {
    const { newBrowser } = await given()
    for (const text of ["x", "%E0%A4%A", "ann", "0".repeat(4_000)]) {
      const browser = newBrowser()
      browser.bring(text)
      const { status } = await browser.send("gate")
      expect(status >= 300 && status < 500).toBe(true)
    }
  })
}
