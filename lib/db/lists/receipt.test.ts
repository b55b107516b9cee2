import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { changePassword } from "@/lib/users/account/change-password"
import { logUserOut } from "@/lib/users/admin/log-user-out"
import { logOutFor, logOutInScope, revokeSession } from "@/lib/users/log-in/log-out"
import { otherDevices } from "@/lib/users/ports/scopes"
import {
  actingIn,
  actorIn,
  addOn,
  addPerson,
  anAdministrator,
  createWorld,
  issueTo,
  statusOf,
} from "@/test/world/people"
import { historyOf } from "./history"
import { receiptOf, receiptOfAct } from "./receipt"

const world = await createWorld()
afterAll(world.close)
const { connection, sql } = world

const everything = {
  kind: "everywhere",
  purposes: authentication.logOutEverywhere.purposes,
} as const

async function loggedInTwice() {
  const ann = await addPerson(world)
  const [here, there] = [await issueTo(world, ann), await issueTo(world, ann)]
  return { ann, here, there, actor: actorIn(ann, here) }
}

/** Everything ended: live before, dead after. */
async function loggedOutEverywhere() {
  const { ann, here, there, actor } = await loggedInTwice()
  const api = await issueTo(world, ann, { purpose: "api" })
  expect(await statusOf(world, here.secret)).toBe("active")
  expect(await statusOf(world, api.secret, "api")).toBe("active")
  const result = await logOutInScope(world, actor, everything)
  if (!result.ok) throw new Error(result.failure)
  expect(await statusOf(world, here.secret)).toBe("revoked")
  return { ann, here, there, api, actId: result.value.actId }
}

test("a receipt tells what ended, when by the database's clock, by which act and from where", async () => {
  const { ann, here, there, api, actId } = await loggedOutEverywhere()
  const [end] = await sql<{ at: Date }>(`SELECT at FROM ${addOn}.ended_epoch WHERE "userId" = $1`, [
    ann.id,
  ])

  const receipt = await receiptOf(ann.id, actId, connection)
  expect(receipt).toMatchObject({
    actId,
    userId: ann.id,
    action: "log_out_everywhere",
    reason: "log_out_everywhere",
    by: "self",
    address: ann.address,
    at: end?.at,
    ended: { session: 2, api: 1 },
    live: 0,
  })
  expect(receipt?.tokens.map(({ id }) => id).toSorted()).toEqual(
    [here, there, api].map(({ token }) => token.id).toSorted(),
  )
  expect(await receiptOfAct(actId, connection)).toMatchObject({ actId, ended: receipt?.ended })
})

test("what had ended before, what goes on, and what began after are on no receipt", async () => {
  const { ann, here, there, actor } = await loggedInTwice()
  const before = await issueTo(world, ann)
  await revokeSession(world, actor, before.token.id)
  const result = await logOutInScope(world, actor, otherDevices(here.token.id))
  await issueTo(world, ann)

  const receipt = result.ok ? await receiptOf(ann.id, result.value.actId, connection) : null
  expect(receipt).toMatchObject({ action: "log_out_others", ended: { session: 1 }, live: 0 })
  expect(receipt?.tokens.map(({ id }) => id)).toEqual([there.token.id])
  expect(await statusOf(world, here.secret)).toBe("active")
})

test.each([
  [
    "that the act had ended",
    (id: string) => [`UPDATE ${addOn}.owner SET epoch = epoch - 1 WHERE "userId" = $1`, id],
  ],
  [
    "that the act had carried on by mistake",
    (id: string) => [
      `UPDATE ${addOn}.token SET epoch = epoch + 1 WHERE "userId" = $1 AND purpose = 'session'`,
      id,
    ],
  ],
])("a session %s and that lives is told", async (_, mistake) => {
  const { ann, here, actId } = await loggedOutEverywhere()
  expect(await receiptOf(ann.id, actId, connection)).toMatchObject({ live: 0 })

  const [text = "", id] = mistake(ann.id)
  await sql(text, [id])
  expect(await statusOf(world, here.secret)).toBe("active")
  expect((await receiptOf(ann.id, actId, connection))?.live).toBeGreaterThanOrEqual(2)
})

test("nobody else has the receipt, and an id that names no act has none", async () => {
  const [{ ann, actId }, bob] = [await loggedOutEverywhere(), await addPerson(world)]
  expect(await receiptOf(bob.id, actId, connection)).toBeNull()
  for (const id of [randomUUID(), "", "1", "' OR true"]) {
    expect(await receiptOf(ann.id, id, connection), id).toBeNull()
  }
  const { items } = await historyOf(ann.id, {}, connection)
  expect(items.map(({ id, hasReceipt }) => [id, hasReceipt])).toEqual([[actId, true]])
})

test("a new password, an administrator and a program at the server leave receipts, by whom without a name", async () => {
  const { ann, here } = await loggedInTwice()
  const change = {
    currentPassword: ann.password,
    newPassword: "candle meadow violet",
    endsOthers: true,
    device: "",
  }
  expect(await changePassword(world, actingIn(ann, here), change)).toMatchObject({ ok: true })
  const root = await anAdministrator(world)
  await issueTo(world, ann)
  expect(
    await logUserOut(world, root, { userId: ann.id, purposes: everything.purposes, reason: null }),
  ).toMatchObject({ ok: true })
  await logOutFor(world, ann.id, everything)

  const { items } = await historyOf(ann.id, {}, connection)
  const receipts = await Promise.all(items.map(({ id }) => receiptOf(ann.id, id, connection)))
  expect(receipts.map((each) => [each?.action, each?.by, each?.ended])).toEqual([
    ["log_out_everywhere", "nobody", {}],
    ["log_out_everywhere", "administrator", expect.objectContaining({ session: 2 })],
    ["change_password", "self", expect.objectContaining({ session: 1 })],
  ])
  expect(JSON.stringify(receipts)).not.toContain(root.userId)
})
