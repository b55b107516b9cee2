import { randomUUID } from "node:crypto"
import { afterAll, expect, onTestFinished, test } from "vitest"
import { changeEmail, emailLinkFor, resetLinkFor, whileBroken } from "@/test/mail/links"
import { openOutbox } from "@/test/mail/mails"
import { linkIn, mailsTo } from "@/test/mail/written-mails"
import { actorOf, addPerson, createWorld } from "@/test/world/people"
import { deleteOwnAccount, deleteUser } from "./administer-user"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world
const someAddress = () => `${randomUUID()}@example.com`

test.each(["owner", "administrator"] as const)(
  "a person whose account the %s deletes gets a last mail",
  async (by) => {
    const [ann, root] = [await addPerson(world), await addPerson(world, { role: "admin" })]
    const { address } = ann
    const deleted =
      by === "owner"
        ? await deleteOwnAccount(world, await actorOf(world, ann))
        : await deleteUser(world, await actorOf(world, root), ann.id)
    expect(deleted).toMatchObject({ ok: true })
    expect(await mailsTo(world, ann.email)).toEqual([
      {
        kind: "account_deleted",
        to: ann.email,
        facts: { by, at: expect.any(String), ...(by === "owner" && { address }) },
      },
    ])
  },
)

test("a deleted person's mails are gone, at each address that was theirs, and nobody else's", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const [present, asked, his] = [someAddress(), someAddress(), someAddress()]
  await resetLinkFor(world, bob)
  await emailLinkFor(world, bob, his)
  await changeEmail(world, ann, present)
  await emailLinkFor(world, ann, asked)
  await resetLinkFor(world, { ...ann, email: present })
  await sql(`UPDATE "OutboxMail" SET "sentAt" = now(), facts = NULL WHERE "to" = $1`, [asked])

  await deleteOwnAccount(world, await actorOf(world, ann))

  const written = await sql<{ to: string; kind: string }>(
    `SELECT "to", kind FROM "OutboxMail" WHERE "to" = ANY($1) ORDER BY "createdAt"`,
    [[ann.email, present, asked, bob.email, his]],
  )
  expect(written).toEqual([
    { to: bob.email, kind: "password_reset" },
    { to: his, kind: "email_change" },
    { to: present, kind: "account_deleted" },
  ])
})

test("an address that went over to somebody else keeps the mails that are theirs", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  await changeEmail(world, ann, someAddress())
  await sql(`UPDATE "User" SET email = $2 WHERE id = $1`, [bob.id, ann.email])
  await resetLinkFor(world, { ...bob, email: ann.email })

  await deleteOwnAccount(world, await actorOf(world, ann))
  expect(await linkIn(world, ann.email, "password_reset")).toBeTruthy()
})

test.each([
  ["is sent", async () => {}],
  [
    "is given up",
    async () => {
      throw new Error("550 no such mailbox")
    },
  ],
])("nothing is kept of a last mail once it %s", async (_, send) => {
  const ann = await addPerson(world)
  await deleteOwnAccount(world, await actorOf(world, ann))
  const ofHers = () => sql(`SELECT FROM "OutboxMail" WHERE "to" = $1`, [ann.email])
  expect(await ofHers()).toHaveLength(1)
  await sql(`UPDATE "OutboxMail" SET "createdAt" = now() - interval '3 days' WHERE "to" = $1`, [
    ann.email,
  ])
  const outbox = openOutbox(world, send)
  onTestFinished(outbox.stop)
  await expect.poll(ofHers).toEqual([])
})

test("an account whose last mail cannot be written is not deleted", async () => {
  const ann = await addPerson(world)
  const actor = await actorOf(world, ann)
  await whileBroken(world, 'INSERT ON "OutboxMail"', async () => {
    await expect(deleteOwnAccount(world, actor)).rejects.toThrow("broken on purpose")
  })
  expect(await stores.users.find(ann.id)).toMatchObject({ email: ann.email })
})
