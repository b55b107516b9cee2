import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { inviteUser } from "@/lib/users/admin/invite-user"
import type { Parts } from "@/lib/users/ports/parts"
import { resetLinkFor } from "@/test/mail/links"
import { linkIn } from "@/test/mail/written-mails"
import { openLane } from "@/test/races/barriers"
import { cheapHash } from "@/test/world/cheap-hash"
import { addPerson, anAdministrator, createWorld, partsOn, statusOf } from "@/test/world/people"
import { setPasswordByLink } from "./set-password-by-link"

const world = await createWorld()
afterAll(world.close)
const { sql } = world

const ended = { ok: false, failure: "link_ended" }

// What is looked at comes before what is hashed: of a dead link not even the password is judged.
test.each([
  [
    "was used",
    `UPDATE log_out_everywhere.token SET "revokedAt" = now(), "revocationReason" = 'used' WHERE "userId" = $1`,
  ],
  [
    "is past its deadline",
    `UPDATE log_out_everywhere.token SET "expiresAt" = now() - interval '1 second' WHERE "userId" = $1`,
  ],
  [
    "belongs to somebody disabled",
    `UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`,
  ],
  [
    "is of an epoch that is over",
    `UPDATE log_out_everywhere.owner SET epoch = epoch + 1 WHERE "userId" = $1`,
  ],
])("no password is looked at, let alone hashed, for a link that %s", async (_, end) => {
  const ann = await addPerson(world)
  const secret = await resetLinkFor(world, ann)
  expect(await set("password_reset", secret, "short")).toEqual({ ok: false, failure: "too_short" })
  await sql(end, [ann.id])
  expect(await set("password_reset", secret, "short")).toEqual(ended)
})

test("an invitation changes no password that was set meanwhile, and nothing is looked at", async () => {
  const { id, secret } = await invited()
  await givePassword(id)
  expect(await set("invitation", secret, "short")).toEqual(ended)
  expect(await set("invitation", secret)).toEqual(ended)
  expect(await statusOf(world, secret, "invitation")).toBe("active")
})

test("an invitation changes no password that is set while its own is being hashed", async () => {
  const { id, secret } = await invited()
  const lane = openLane(world)
  let result: unknown
  const accepting = lane.begin([/^BEGIN/], async (connection) => {
    result = await set("invitation", secret, undefined, partsOn(connection))
  })
  expect(await accepting.step()).toBe("stopped")
  const theirs = await givePassword(id)
  await accepting.step()
  await accepting.finished
  await lane.close()

  expect(result).toEqual(ended)
  expect(await sql(`SELECT "passwordHash" FROM "User" WHERE id = $1`, [id])).toEqual([
    { passwordHash: theirs },
  ])
})

async function invited() {
  const email = `${randomUUID()}@example.com`
  const invitation = { email, name: null, role: "user", invitedBy: "Ann" } as const
  const by = await anAdministrator(world)
  const user = await inviteUser(world, by, invitation)
  if (!user.ok) throw new Error(user.failure)
  return { id: user.value.id, secret: await linkIn(world, email, "invitation") }
}

async function givePassword(id: string): Promise<string> {
  const hash = await cheapHash("another harbor demo")
  await sql(`UPDATE "User" SET "passwordHash" = $2 WHERE id = $1`, [id, hash])
  return hash
}

function set(
  purpose: "password_reset" | "invitation",
  secret: string,
  newPassword = "harbor lantern demo",
  on: Parts = world,
) {
  const asked = {
    purpose,
    secret,
    newPassword,
    device: { device: "Firefox" },
    nameOf: String,
  }
  return setPasswordByLink(on, asked)
}
