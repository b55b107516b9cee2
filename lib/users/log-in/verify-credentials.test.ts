import { performance } from "node:perf_hooks"
import { afterAll, expect, test } from "vitest"
import { addPerson, auditOf, createWorld, type Person } from "@/test/world/people"
import { hashPassword } from "./password"
import { type LogInRefusal, verifyCredentials } from "./verify-credentials"

const world = await createWorld()
afterAll(world.close)
const { throttle, sql } = world

test("the right password proves who it is, with the epoch that stands beside the hash", async () => {
  const ann = await addPerson(world, { role: "admin" })
  await sql(`UPDATE log_out_everywhere.owner SET epoch = 7 WHERE "userId" = $1`, [ann.id])
  expect(await verify(ann)).toEqual({
    ok: true,
    value: { userId: ann.id, epoch: 7, role: "admin", method: "password" },
  })
})

test.each([
  ["in capitals", (email: string) => email.toUpperCase()],
  ["with spaces around it", (email: string) => `  ${email} `],
])("an address may be typed %s", async (_, typed) => {
  const ann = await addPerson(world)
  expect(await verify({ ...ann, email: typed(ann.email) })).toMatchObject({ ok: true })
})

test("a person with an internationalised domain may type either spelling", async () => {
  const ann = await addPerson(world)
  const [localPart] = ann.email.split("@")
  const email = `${localPart}@xn--mller-kva.example`
  await sql(`UPDATE "User" SET email = $1 WHERE id = $2`, [email, ann.id])
  for (const typed of [email, `${localPart}@müller.example`, `${localPart}@MÜLLER.example`])
    expect(await verify({ ...ann, email: typed })).toMatchObject({ ok: true })
  expect(await verify({ ...ann, email: `${localPart}@muller.example` })).toMatchObject({
    ok: false,
  })
})

test("unknown, wrong, without a password and disabled are one answer", async () => {
  const [ann, passwordless, disabled] = [
    await addPerson(world),
    await addPerson(world, { password: null }),
    await addPerson(world),
  ]
  await sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`, [
    disabled.id,
  ])
  const refused = { ok: false, failure: "wrong_credentials" }
  const told: LogInRefusal[] = []
  const tell = (refusal: LogInRefusal) => told.push(refusal)
  expect(await verify({ ...ann, email: "nobody@example.com" }, tell)).toEqual(refused)
  expect(await verify({ ...ann, password: "wrong" }, tell)).toEqual(refused)
  expect(await verify({ ...ann, password: "" }, tell)).toEqual(refused)
  expect(await verify({ ...passwordless, password: "" }, tell)).toEqual(refused)
  expect(await verify(disabled, tell)).toEqual(refused)

  expect(told, "the operator is told which").toEqual([
    { why: "unknown_account", userId: null },
    { why: "wrong_password", userId: ann.id },
    { why: "wrong_password", userId: ann.id },
    { why: "no_password", userId: passwordless.id },
    { why: "disabled", userId: disabled.id },
  ])
})

test("an unknown address takes as long as a wrong password", async () => {
  const ann = await addPerson(world)
  await sql(`UPDATE "User" SET "passwordHash" = $2 WHERE id = $1`, [
    ann.id,
    await hashPassword(ann.password),
  ])
  const [known, unknown]: number[][] = [[], []]
  for (let round = 0; round < 15; round++) {
    known?.push(await timed({ ...ann, password: "wrong", address: `a${round}` }))
    unknown?.push(
      await timed({ ...ann, email: `nobody${round}@example.com`, address: `b${round}` }),
    )
    await throttle.clear(ann.email)
  }
  const ratio = median(known) / median(unknown)
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
})

test("a failure is written down without what was typed", async () => {
  const ann = await addPerson(world)
  await verify({ ...ann, password: "my other password" })
  const entries = await auditOf(world, ann)
  expect(entries).toEqual([
    {
      action: "log_in_failed",
      actorId: null,
      targetId: ann.id,
      reason: null,
      scope: null,
      count: null,
      address: ann.address,
      details: null,
    },
  ])
})

test("a log-in that is stopped looks at no password", async () => {
  const ann = await addPerson(world)
  const failures = []
  for (let tried = 0; tried < 10; tried++)
    failures.push(await verify({ ...ann, password: "wrong" }))
  expect(new Set(failures.map((result) => !result.ok && result.failure))).toEqual(
    new Set(["wrong_credentials"]),
  )
  expect(await verify(ann)).toEqual({ ok: false, failure: "throttled" })
})

function verify({ email, address, password }: Person, tell?: (refusal: LogInRefusal) => void) {
  return verifyCredentials(world, { email, address, door: { kind: "stranger" } }, password, tell)
}

async function timed(person: Person): Promise<number> {
  const begun = performance.now()
  await verify(person)
  return performance.now() - begun
}

function median(times: readonly number[] = []): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
