import { endablePurposes } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { mailsTo } from "@/test/mail/written-mails"
import { addPerson, auditOf, createWorld, issueTo } from "@/test/world/people"
import { logUserOut } from "./log-user-out"

const world = await createWorld()
afterAll(world.close)

test.each([
  ["Your laptop was reported stolen", { mailedReason: "given" }],
  [null, null],
])(
  "of the reason %j the mail has the words, and the audit log whether there are any",
  async (reason, details) => {
    const [root, ann] = [await addPerson(world, { role: "admin" }), await addPerson(world)]
    const { token } = await issueTo(world, root)
    await issueTo(world, ann)
    const by = { userId: root.id, address: root.address, tokenId: token.id }

    const asked = { userId: ann.id, purposes: endablePurposes, reason }
    expect(await logUserOut(world, by, asked)).toEqual({ ok: true, value: { session: 1 } })

    const [mail] = await mailsTo(world, ann.email)
    expect(mail?.facts).toEqual({ at: expect.any(String), ...(reason && { reason }) })
    expect(await auditOf(world, ann)).toMatchObject([{ action: "log_out_everywhere", details }])
  },
)
