import { afterAll, expect, test } from "vitest"
import { resetLinkFor } from "@/test/mail/links"
import { mailsTo } from "@/test/mail/written-mails"
import { addPerson, auditOf, createWorld } from "@/test/world/people"
import { setPasswordByLink } from "./set-password-by-link"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

test("a reset removes log-ins connected since its link was mailed, and says so", async () => {
  const ann = await addPerson(world)
  const accountOf = (when: string) => ({ provider: "oidc", providerAccountId: `${when} ${ann.id}` })
  await stores.accounts.link(ann.id, accountOf("before"), "oidc")
  await sql(`UPDATE "Account" SET "linkedAt" = now() - interval '1 hour' WHERE "userId" = $1`, [
    ann.id,
  ])
  const secret = await resetLinkFor(world, ann)
  await stores.accounts.link(ann.id, accountOf("since"), "oidc")

  const device = { device: "Firefox on Linux" }
  const newPassword = "harbor lantern demo"
  const asked = {
    purpose: "password_reset",
    secret,
    newPassword,
    device,
    nameOf: String,
  } as const
  expect(await setPasswordByLink(world, asked)).toMatchObject({ ok: true })

  expect(await stores.accounts.list(ann.id)).toMatchObject([accountOf("before")])
  expect((await mailsTo(world, ann.email)).at(-1)).toMatchObject({
    kind: "password_changed",
    facts: { removed: "oidc" },
  })
  expect((await auditOf(world, ann)).at(-1)).toMatchObject({
    action: "reset_password",
    details: { providers: ["oidc"] },
  })
})
