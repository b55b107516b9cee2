import { expect, test } from "vitest"
import type { AuthenticationOptions } from "../core/authentication-options.ts"
import { fail } from "../core/result.ts"
import { policy } from "../testing/options-under-test.ts"
import { given } from "./facade-under-test.ts"

test("a session is live until its person logs out everywhere, and nobody else's ends", async () => {
  const { loe, logIn, statusOf, acts } = given()
  const [hers, his] = [await logIn(), await logIn({ userId: "bob" })]
  expect(await statusOf(hers)).toBe("active")
  expect(await (await loe.logOutEverywhere("ann")).count()).toEqual({ session: 1 })
  expect(await statusOf(hers)).toBe("revoked")
  expect(await statusOf(his)).toBe("active")
  expect(acts.at(-1)).toMatchObject({
    ...{ kind: "ended", reason: "log_out_everywhere", scope: "everywhere", by: "ann" },
    ...{ owner: { id: "ann", epoch: 0 }, event: null },
  })
})

test.each([
  ["before it was done", async () => {}, true],
  ["after a mark that was taken first", async (act: () => unknown) => void (await act()), false],
])("a log-in whose proof was read %s", async (_, between, isLive) => {
  const { loe, asked, refusals } = given()
  const act = () => loe.passwordChanged("ann", { keep: null })
  if (isLive) await act()
  const mark = await loe.mark()
  await between(act)
  expect((await loe.issue({ ...asked, mark })).ok).toBe(isLive)
  const refused = { of: "issue", failure: "changed_meanwhile", purpose: "session", userId: "ann" }
  expect(refusals).toEqual(isLive ? [] : [{ ...refused, tokenId: null }])
})

test.each([
  ["is unknown", "carol"],
  ["is disabled", "bob"],
])("nobody logs in who %s", async (_, userId) => {
  const { loe, store, asked } = given()
  store.tokens.owners.set("bob", { id: "bob", epoch: 0, role: "user", isDisabled: true })
  const mark = await loe.mark()
  expect(await loe.issue({ ...asked, userId, mark })).toEqual(fail("changed_meanwhile"))
})

test("a log-in ends the session that its browser had in the same transaction, and a refused one leaves it", async () => {
  const { loe, logIn, statusOf, acts, store, asked } = given()
  const had = await logIn()
  await loe.logOutOthers("ann", had.token.id)
  const late = { ...asked, mark: await loe.mark(), replaces: had.secret }
  expect(await statusOf(had)).toBe("active")

  const failing = store.transact(async (_, __, tx) => {
    expect((await loe.in(tx).issue(late)).ok).toBe(true)
    throw new Error("The app's own write has failed.")
  })
  await expect(failing).rejects.toThrow("own write")
  expect(await statusOf(had)).toBe("active")

  const now = await logIn({ replaces: had.secret })
  expect([await statusOf(had), await statusOf(now)]).toEqual(["revoked", "active"])
  expect(acts.at(-1)).toMatchObject({ kind: "ended", reason: "replaced", scope: "one" })

  const overtaken = { ...asked, mark: await loe.mark(), replaces: now.secret }
  await loe.passwordChanged("ann", { keep: now.token.id })
  expect(await loe.issue(overtaken)).toEqual(fail("changed_meanwhile"))
  expect(await statusOf(now)).toBe("active")
})

test("logging out ends the one session with this secret, and nothing under the name of another purpose", async () => {
  const { loe, logIn, statusOf, acts } = given()
  const [here, there, key] = [await logIn(), await logIn(), await logIn({ purpose: "api" })]
  expect(await loe.logOut(here.secret)).toBe(true)
  expect(await loe.logOut(here.secret)).toBe(false)
  expect(await loe.logOut(key.secret)).toBe(false)
  expect(await loe.logOut("")).toBe(false)
  expect(await statusOf(here)).toBe("revoked")
  expect(await statusOf(there)).toBe("active")
  expect((await loe.resume("api", key.secret, { touch: false })).ok).toBe(true)
  expect(acts.filter(({ kind }) => kind === "ended")).toHaveLength(1)
})

test("the others end, and the links that wait; the one that acts goes on", async () => {
  const { loe, logIn, statusOf } = given()
  const [here, there, key] = [await logIn(), await logIn(), await logIn({ purpose: "api" })]
  await logIn({ purpose: "magic_link" })
  const others = await loe.logOutOthers("ann", here.token.id)
  expect(await others.count()).toEqual({ session: 1, magic_link: 1 })
  expect(await statusOf(here)).toBe("active")
  expect(await statusOf(there)).toBe("revoked")
  expect((await loe.resume("api", key.secret, { touch: false })).ok).toBe(true)
})

test("one's own session is revoked by its id, and another's is not", async () => {
  const { loe, logIn, statusOf, acts } = given()
  const [hers, his] = [await logIn(), await logIn({ userId: "bob" })]
  expect(await loe.revoke("ann", his.token.id)).toBe(false)
  expect(await loe.revoke("ann", hers.token.id, { by: "bob" })).toBe(true)
  expect(await statusOf(hers)).toBe("revoked")
  expect(await statusOf(his)).toBe("active")
  expect(acts.at(-1)).toMatchObject({ reason: "revoked_by_admin", by: "bob", scope: "one" })
})

test.each([
  ["ends the others", undefined, "revoked"],
  ["asks, and spares them", false, "active"],
])("a password change %s, and the session that is kept goes on", async (_, endsOthers, status) => {
  const { loe, logIn, statusOf } = given()
  const [here, there] = [await logIn(), await logIn()]
  const answer = endsOthers === undefined ? {} : { endsOthers }
  await loe.passwordChanged("ann", { keep: here.token.id, ...answer })
  expect(await statusOf(here)).toBe("active")
  expect(await statusOf(there)).toBe(status)
})

test("the session that is kept goes on, whatever the rule says; without one everything ends", async () => {
  const { loe, logIn, statusOf } = given()
  const [here, there] = [await logIn(), await logIn()]
  await loe.apply("role_changed", "ann", { keep: here.token.id })
  expect([await statusOf(here), await statusOf(there)]).toEqual(["active", "revoked"])
  await loe.apply("role_changed", "ann", { keep: null })
  expect(await statusOf(here)).toBe("revoked")
})

test("a change by somebody else names nobody, unless it is told", async () => {
  const { loe, logIn, statusOf, acts } = given()
  const kept = await logIn()
  const ended = await loe.apply("account_disabled", "ann", { keep: null })
  expect(ended.scope).toBe("everywhere")
  expect(await ended.count()).toEqual({ session: 1 })
  expect(await statusOf(kept)).toBe("revoked")
  expect(acts.at(-1)).toMatchObject({
    ...{ event: "account_disabled", reason: "account_disabled", by: null },
  })
  await loe.apply("role_changed", "ann", { keep: null, by: "bob" })
  expect(acts.at(-1)).toMatchObject({ event: "role_changed", reason: "role_change", by: "bob" })
})

test("an act on nobody ends nothing, and is told to nobody", async () => {
  const { loe, acts } = given()
  const nothing = await loe.logOutEverywhere("carol")
  expect(await nothing.count()).toEqual({})
  const change = await loe.apply("role_changed", "carol", { keep: null })
  expect([change.scope, await change.count()]).toEqual([undefined, {}])
  expect(acts).toEqual([])
})

test("a rotated session has a new secret, and the old one is unknown", async () => {
  const { loe, logIn, statusOf, refusals } = given()
  const kept = await logIn()
  const rotated = await loe.rotate(kept.token, kept.secret)
  expect(await statusOf({ secret: rotated.ok ? rotated.value : "" })).toBe("active")
  expect(await statusOf(kept)).toBe("unknown")
  expect(await loe.rotate(kept.token, kept.secret)).toEqual(fail("changed_meanwhile"))
  const told = { purpose: "session", userId: null, tokenId: null }
  expect(refusals).toEqual([
    { ...told, of: "resume", failure: "unknown" },
    { ...told, of: "rotate", failure: "changed_meanwhile", userId: "ann", tokenId: kept.token.id },
  ])
})

test.each([
  ["refuse", ["active", "too_many_sessions"]],
  ["end_least_recent", ["revoked", "active"]],
] as const)("a limit of one session: %s", async (atLimit, found) => {
  const limited = policy({ maxSessions: { standard: { max: 1, atLimit } } })
  const { logIn, statusOf } = given(limited as unknown as AuthenticationOptions)
  const first = await logIn()
  const second = await logIn().then(statusOf, ({ message }) => message)
  expect([await statusOf(first), second]).toEqual(found)
})
