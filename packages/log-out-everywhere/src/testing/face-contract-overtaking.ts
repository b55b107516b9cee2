import type { GiveFace, Given } from "./face-contract-given.ts"
import type { TestTools } from "./store-under-test.ts"

/** The laws of a log-in that an act overtakes: its proof was read before, its session is made after. */
export function describeOvertaking(given: GiveFace, { test, expect }: TestTools): void {
  const acts = {
    "a password change": (world: Given) => world.changePassword("ann", "ann's new one"),
    "log out everywhere": ({ loe, ids }: Given) => loe.logOutEverywhere(ids.ann),
    "the end of the account": ({ loe, ids }: Given) =>
      loe.apply("account_disabled", ids.ann, { keep: null }),
  }
  for (const [name, act] of Object.entries(acts)) {
    test(`a log-in that ${name} overtakes is refused, and gives no cookie`, async () => {
      const world = await given()
      const browser = world.newBrowser()
      world.overtakeBy(() => act(world))
      await browser.logIn("ann", "ann's old one")
      expect([browser.secret, await browser.sees()]).toEqual([null, null])
    })
  }

  test("an overtaken log-in leaves the session that the browser had, if the act spares it", async () => {
    const { newBrowser, overtakeBy, loe, ids } = await given()
    const browser = newBrowser()
    await browser.logIn("bob", "bob's own")
    overtakeBy(() => loe.logOutEverywhere(ids.ann))
    await browser.logIn("ann", "ann's old one")
    expect(await browser.sees()).toBe("bob")
  })

  test("after a password change the old password is refused, and the new one is not", async () => {
    const { newBrowser, changePassword } = await given()
    const [late, next] = [newBrowser(), newBrowser()]
    await changePassword("ann", "ann's new one")
    await late.logIn("ann", "ann's old one")
    await next.logIn("ann", "ann's new one")
    expect([await late.sees(), await next.sees()]).toEqual([null, "ann"])
  })

  test("a log-in is not overtaken by what happens to somebody else", async () => {
    const { newBrowser, overtakeBy, loe, ids } = await given()
    const browser = newBrowser()
    overtakeBy(() => loe.logOutEverywhere(ids.bob))
    await browser.logIn("ann", "ann's old one")
    expect(await browser.sees()).toBe("ann")
  })
}
