import type { TokenStatus } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import type { FoundToken } from "@/lib/db/desk/token-directory"
import { disableUser } from "@/lib/users/admin/administer-user"
import { logEveryoneOut } from "@/lib/users/admin/log-everyone-out"
import { everyTokenOf } from "@/test/world/listed-tokens"
import { addPerson, createWorld, issueTo, type Person, statusOf } from "@/test/world/people"

const world = await createWorld()
afterAll(world.close)
const { sql } = world

const deadlines = {
  active: "",
  idle: `"idleAt" = now() - interval '3 days'`,
  expired: `"idleAt" = now() - interval '3 days', "expiresAt" = now() - interval '2 days'`,
}

test.each([
  ["everyone is logged out", logEverybodyOut],
  ["the account is disabled", disable],
])(
  "when %s, a session that was over keeps its own end, in lists and in filters",
  async (_, act) => {
    const ann = await addPerson(world)
    const sessions = await oneOfEach(ann)
    const before = await listed(ann)
    expect(before.map(({ status }) => status).sort()).toEqual(["active", "expired", "idle"])

    await act(ann)

    const after = await listed(ann)
    for (const status of ["idle", "expired"] as const) {
      const [was, is] = [before, after].map((found) => found.find((each) => each.status === status))
      expect(is && shown(is)).toEqual(was && shown(was))
      expect((await listed(ann, status)).map(({ token }) => token.id)).toEqual([was?.token.id])
    }
    expect((await listed(ann, "revoked")).map(({ token }) => token.id)).toEqual([
      sessions.active.token.id,
    ])
    for (const { secret } of Object.values(sessions)) {
      expect(await statusOf(world, secret)).not.toBe("active")
    }
  },
)

test("of two times that everyone is logged out, each session names the one that ended it", async () => {
  const ann = await addPerson(world)
  const first = await issueTo(world, ann)
  const at = await logEverybodyOut()
  const second = await issueTo(world, ann)
  const later = await logEverybodyOut()

  const found = Object.fromEntries(
    (await listed(ann)).map((each) => [each.token.id, each.voidedAt]),
  )
  expect(found).toEqual({ [first.token.id]: at, [second.token.id]: later })
  expect(+later).toBeGreaterThan(+at)
})

async function oneOfEach(person: Person) {
  const [active, idle, expired] = [
    await issueTo(world, person),
    await issueTo(world, person),
    await issueTo(world, person),
  ]
  for (const [session, change] of [
    [idle, deadlines.idle],
    [expired, deadlines.expired],
  ] as const) {
    await sql(`UPDATE log_out_everywhere.token SET ${change} WHERE id = $1`, [session.token.id])
  }
  return { active, idle, expired }
}

const listed = (person: Person, status: TokenStatus | null = null) =>
  everyTokenOf(world, person, status)

const shown = ({ token, ...rest }: FoundToken) => ({
  ...rest,
  id: token.id,
  idleAt: token.idleAt,
  expiresAt: token.expiresAt,
})

/** Says when. */
async function logEverybodyOut(): Promise<Date> {
  const { id: userId, address, tokenId } = await administrator()
  expect((await logEveryoneOut(world, { userId, address, tokenId }, ["session"])).ok).toBe(true)
  const [row] = await sql<{ at: Date }>(
    `SELECT max(at) AS at FROM log_out_everywhere.ended_generation`,
  )
  if (!row) throw new Error("Nobody was logged out.")
  return row.at
}

async function disable({ id }: Person): Promise<void> {
  const { id: userId, address, tokenId } = await administrator()
  expect((await disableUser(world, { userId, address, tokenId }, id)).ok).toBe(true)
}

async function administrator() {
  const person = await addPerson(world, { role: "admin" })
  return { ...person, tokenId: (await issueTo(world, person)).token.id }
}
