import type { GiveFace } from "./face-contract-given.ts"
import type { TestTools } from "./store-under-test.ts"

/** The laws of a session's life, as its browser sees it. */
export function describeLiving(given: GiveFace, { test, expect }: TestTools): void {
  test("log out everywhere ends the sessions in every browser of the person, and in nobody else's", async () => {
    const { newBrowser } = await given()
    const [laptop, phone, his] = [newBrowser(), newBrowser(), newBrowser()]
    for (const hers of [laptop, phone]) await hers.logIn("ann", "ann's old one")
    await his.logIn("bob", "bob's own")
    expect([await laptop.sees(), await phone.sees()]).toEqual(["ann", "ann"])

    expect((await laptop.send("logOutEverywhere")).status < 400).toBe(true)

    expect([await laptop.sees(), await phone.sees()]).toEqual([null, null])
    expect(await his.sees()).toBe("bob")
    await laptop.logIn("ann", "ann's old one")
    expect(await laptop.sees()).toBe("ann")
  })

  test("log out ends the session in this browser, takes its cookie, and spares the others", async () => {
    const { newBrowser } = await given()
    const [laptop, phone] = [newBrowser(), newBrowser()]
    for (const hers of [laptop, phone]) await hers.logIn("ann", "ann's old one")
    expect((await laptop.send("logOut")).status < 400).toBe(true)
    expect(laptop.secret).toBe(null)
    expect([await laptop.sees(), await phone.sees()]).toEqual([null, "ann"])
  })

  test("a cookie that was kept from before opens nothing, and acts for nobody", async () => {
    const { newBrowser } = await given()
    const [laptop, thief] = [newBrowser(), newBrowser()]
    for (const act of ["logOut", "logOutEverywhere"] as const) {
      await laptop.logIn("ann", "ann's old one")
      thief.bring(laptop.secret ?? "")
      expect(await thief.sees()).toBe("ann")
      await laptop.send(act)
      expect(await thief.sees()).toBe(null)
    }
    await laptop.logIn("ann", "ann's old one")
    await thief.send("logOutEverywhere")
    await thief.send("logOut")
    expect(await laptop.sees()).toBe("ann")
  })

  test("a log-in makes its own secret, and ends the session that this browser had", async () => {
    const { newBrowser, loe } = await given()
    const browser = newBrowser()
    browser.bring("planted")
    await browser.logIn("ann", "ann's old one")
    const first = browser.secret ?? ""
    expect([first === "planted", await browser.sees()]).toEqual([false, "ann"])
    await browser.logIn("bob", "bob's own")
    expect([browser.secret === first, await browser.sees()]).toEqual([false, "bob"])
    expect((await loe.resume("session", first, { touch: false })).ok).toBe(false)
  })

  test("the wrong password opens nothing, and gives no cookie", async () => {
    const { newBrowser } = await given()
    const browser = newBrowser()
    await browser.logIn("ann", "wrong")
    expect([browser.secret, await browser.sees()]).toEqual([null, null])
  })

  test("reading gives no cookie and takes none, whatever the cookie that was brought", async () => {
    const { newBrowser, face, secretOf } = await given()
    const [live, dead, foreign, none] = [newBrowser(), newBrowser(), newBrowser(), newBrowser()]
    await dead.logIn("ann", "ann's old one")
    await dead.send("logOutEverywhere")
    dead.bring("dead")
    foreign.bring(await secretOf("ann", "api"))
    await live.logIn("ann", "ann's old one")
    for (const browser of [live, dead, foreign, none]) {
      const { setCookies } = await browser.send("gate")
      expect(setCookies.filter((header) => header.startsWith(face.cookieName))).toEqual([])
    }
  })

  test("the cookie is kept from scripts, from other sites' forms, and from plain HTTP", async () => {
    const { newBrowser, face } = await given()
    const { setCookies } = await newBrowser().logIn("ann", "ann's old one")
    const headers = setCookies.filter((header) => header.startsWith(`${face.cookieName}=`))
    expect(headers.length).toBe(1)
    for (const attribute of [/; *httponly/i, /; *samesite=(lax|strict)/i, /; *secure/i]) {
      expect(attribute.test(headers[0] ?? "")).toBe(true)
    }
  })
}
