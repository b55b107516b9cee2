import { afterAll, expect, test } from "vitest"
import { whileBroken } from "@/scripts/test-links"
import { actorOf, addPerson, createWorld } from "@/scripts/test-people"
import { mailsTo } from "@/scripts/written-mails"
import { deleteOwnAccount, deleteUser } from "./administer-user"

const world = await createWorld()
afterAll(world.close)
const { stores, transact } = world

test.each(["owner", "administrator"] as const)(
  "a person whose account the %s deletes gets a last mail",
  async (by) => {
    const [ann, root] = [await addPerson(world), await addPerson(world, { role: "admin" })]
    const { address } = ann
    const deleted =
      by === "owner"
        ? await deleteOwnAccount(transact, await actorOf(world, ann))
        : await deleteUser(transact, await actorOf(world, root), ann.id)
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

test("an account whose last mail cannot be written is not deleted", async () => {
  const ann = await addPerson(world)
  const actor = await actorOf(world, ann)
  await whileBroken(world, 'INSERT ON "OutboxMail"', async () => {
    await expect(deleteOwnAccount(transact, actor)).rejects.toThrow("broken on purpose")
  })
  expect(await stores.users.find(ann.id)).toMatchObject({ email: ann.email })
})
