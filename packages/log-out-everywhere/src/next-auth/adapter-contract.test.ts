import { randomUUID } from "node:crypto"
import { afterAll, describe, expect, test } from "vitest"
import { kinds, openAdapter } from "@/test/adopters/authjs-adapters"
import { cross } from "./crossing.ts"
import {
  accountOf,
  documented,
  givenAdapter,
  inWeeks,
  linkTo,
  minute,
  openClass,
} from "./under-test/adapter-under-test.ts"

const bases = {
  "@auth/pg-adapter": () => openAdapter(kinds["@auth/pg-adapter, with integer ids"]),
  "a class": openClass,
}

/** Auth.js's contract of an adapter, in the order of its suite, with what it does otherwise. */
describe.each(Object.entries(bases))("the door's adapter over %s", async (_, open) => {
  const opened = await open()
  afterAll(opened.close)
  const { linkCount, sessionCount } = opened
  const { adapter, loe, addPerson, consume, crossing, ...given } = givenAdapter(opened)
  const { asked, logIn, found, rowOf } = given

  test("each method is there that Auth.js documents", () => {
    expect(Object.keys(adapter)).toEqual(expect.arrayContaining(documented))
  })

  test("createUser returns a person with an id of the adapter's, and every field as it was given", async () => {
    const given = { name: "Bob", email: `${randomUUID()}@example.com`, image: null }
    const emailVerified = new Date(1_780_000_000_000)
    const made = await adapter.createUser({ id: "of NextAuth's choice", ...given, emailVerified })
    expect(made).toMatchObject({ ...given, emailVerified })
    expect([undefined, "of NextAuth's choice"]).not.toContain(made.id)
  })

  test("createUser throws in a request that is no log-in", async () => {
    await expect(cross(crossing(null), async () => addPerson())).rejects.toThrow("Only a log-in")
  })

  test("getUser finds a person by the id, or null", async () => {
    const ann = await addPerson()
    expect(await adapter.getUser(ann.id)).toMatchObject(ann)
    expect(await adapter.getUser("2147483647")).toBe(null)
  })

  test("getUserByEmail finds a person by the address, or null", async () => {
    const ann = await addPerson()
    expect(await adapter.getUserByEmail(ann.email)).toMatchObject(ann)
    expect(await adapter.getUserByEmail("nobody@example.com")).toBe(null)
  })

  test("createSession returns a session with a secret and a deadline of its own, and the adapter's table stays empty", async () => {
    const { id } = await addPerson()
    const { sessionToken, userId, expires } = await logIn(id)
    expect([userId, sessionToken.length]).toEqual([id, 43])
    expect((await rowOf(sessionToken))?.expiresAt).toEqual(expires)
    expect(+expires).not.toBe(+inWeeks)
    expect(await sessionCount()).toBe(0)
  })

  test("createSession throws where nobody logs in", async () => {
    const { id } = await addPerson()
    const create = async () => adapter.createSession(asked(id))
    for (const created of [create(), cross(crossing(null), create)])
      await expect(created).rejects.toThrow("outside of a log-in")
  })

  test("getSessionAndUser finds both by the cookie's secret, with dates, or null", async () => {
    const ann = await addPerson()
    const { sessionToken: secret } = await logIn(ann.id)
    const { id, name, email, emailVerified, image } = ann
    const both = await found(secret)
    expect(both?.user).toMatchObject({ id, name, email, emailVerified, image })
    expect(both?.user).not.toHaveProperty("passwordHash")
    expect([both?.session.userId, both?.session.expires]).toEqual([String(id), expect.any(Date)])
    for (const other of [null, "unknown"]) expect(await found(other)).toBe(null)
  })

  test("getSessionAndUser takes no secret from its argument, and publishes none", async () => {
    const [ann, bob] = [await addPerson(), await addPerson()]
    const [hers, his] = [await logIn(ann.id), await logIn(bob.id)]
    const both = await found(hers.sessionToken, his.sessionToken)
    expect([both?.user.email, both?.session.sessionToken]).toEqual([ann.email, ""])
    expect(await found(null, his.sessionToken)).toBe(null)
  })

  test("getSessionAndUser throws outside handlers and auth", async () => {
    const { sessionToken } = await logIn((await addPerson()).id)
    await expect(adapter.getSessionAndUser(sessionToken)).rejects.toThrow("past the wrapped")
  })

  test("updateUser changes what it is given, and returns the person", async () => {
    const ann = await addPerson()
    const changed = { ...ann, name: "Anne" }
    expect(await adapter.updateUser({ id: ann.id, name: "Anne" })).toMatchObject(changed)
    expect(await adapter.getUser(ann.id)).toMatchObject(changed)
  })

  test("updateSession writes nothing, and answers null", async () => {
    const { sessionToken } = await logIn((await addPerson()).id)
    const before = await rowOf(sessionToken)
    const update = async () => adapter.updateSession({ sessionToken, expires: inWeeks })
    expect([await update(), await cross(crossing(sessionToken), update)]).toEqual([null, null])
    expect(before).toBeDefined()
    expect(await rowOf(sessionToken)).toEqual(before)
  })

  test("linkAccount links one, and getUserByAccount finds its person, or null", async () => {
    const ann = await addPerson()
    const account = accountOf(ann.id)
    expect(await adapter.getUserByAccount(account)).toBe(null)
    await adapter.linkAccount(account)
    expect(await adapter.getUserByAccount(account)).toMatchObject(ann)
    expect(await adapter.getUserByAccount({ ...account, provider: "another" })).toBe(null)
  })

  test("deleteSession ends the cookie's session, whatever its argument, and no other", async () => {
    const { id } = await addPerson()
    const [laptop, phone] = [await logIn(id), await logIn(id)]
    const { sessionToken: secret } = laptop
    await cross(crossing(secret), async () => adapter.deleteSession(phone.sessionToken))
    expect(await found(secret)).toBe(null)
    expect((await found(phone.sessionToken))?.session.userId).toBe(String(id))
    await adapter.deleteSession(phone.sessionToken)
    await cross(crossing(null), async () => adapter.deleteSession(phone.sessionToken))
    expect(await found(phone.sessionToken)).not.toBe(null)
  })

  test("deleteSession leaves to a log-in the session that it replaces", async () => {
    const { id } = await addPerson()
    const { sessionToken: secret } = await logIn(id)
    const coming = crossing(secret, await loe.mark())
    await cross(coming, async () => adapter.deleteSession(secret))
    expect(await found(secret)).not.toBe(null)
    await logIn(id, secret)
    expect(await found(secret)).toBe(null)
  })

  test("a stranger's verification token is the adapter's, and is used once", async () => {
    const link = linkTo(`${randomUUID()}@example.com`)
    expect(await adapter.createVerificationToken(link)).toEqual(link)
    expect(await linkCount()).toBe(1)
    expect(await consume({ ...link, identifier: "ann@evil.example" })).toBe(null)
    expect(await consume(link)).toEqual(link)
    expect(await consume(link)).toBe(null)
    expect(await linkCount()).toBe(0)
  })

  test("a person's verification token is a row of theirs, and of two who use it at once one does", async () => {
    const { email } = await addPerson()
    const link = linkTo(email)
    expect(await adapter.createVerificationToken(link)).toEqual(link)
    expect(await linkCount()).toBe(0)
    expect(await consume({ ...link, token: "another" })).toBe(null)
    expect(await consume({ ...link, identifier: "bob@example.com" })).toBe(null)
    const both = await Promise.all([consume(link), consume(link)])
    const [used, ...more] = both.filter((each) => each !== null)
    expect([used, ...more]).toEqual([{ ...link, expires: expect.any(Date) }])
    // It is told by the clock of the database.
    expect(Math.abs(Number(used?.expires) - +link.expires)).toBeLessThan(minute)
    expect(await consume(link)).toBe(null)
  })

  test("a person's verification token ends with log out everywhere", async () => {
    const { id, email } = await addPerson()
    const link = linkTo(email)
    await adapter.createVerificationToken(link)
    await loe.logOutEverywhere(String(id))
    expect(await consume(link)).toBe(null)
  })

  test("unlinkAccount takes one account away, and no other", async () => {
    const ann = await addPerson()
    const [one, other] = [accountOf(ann.id), accountOf(ann.id)]
    for (const each of [one, other]) await adapter.linkAccount(each)
    await adapter.unlinkAccount(one)
    expect(await adapter.getUserByAccount(one)).toBe(null)
    expect(await adapter.getUserByAccount(other)).toMatchObject(ann)
  })

  test("deleteUser takes the person's accounts, sessions and verification tokens along, and nobody else's", async () => {
    const [ann, bob] = [await addPerson(), await addPerson()]
    const [account, link] = [accountOf(ann.id), linkTo(ann.email)]
    await adapter.linkAccount(account)
    await adapter.createVerificationToken(link)
    const [hers, his] = [await logIn(ann.id), await logIn(bob.id)]
    await adapter.deleteUser(ann.id)
    expect(await adapter.getUser(ann.id)).toBe(null)
    expect(await adapter.getUserByAccount(account)).toBe(null)
    expect(await found(hers.sessionToken)).toBe(null)
    expect(await consume(link)).toBe(null)
    expect((await found(his.sessionToken))?.user.email).toBe(bob.email)
  })
})
