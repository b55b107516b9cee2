import { afterAll, expect, onTestFinished, test } from "vitest"
import { type MailKind, mailKinds } from "@/lib/users/ports/outbox"
import { startMailServer } from "@/test/mail/mail-server"
import { app, openOutbox, sampleMails } from "@/test/mail/mails"
import { createWorld } from "@/test/world/people"

const world = await createWorld()
afterAll(world.close)

/** Where the link of each mail leads. */
const paths: Record<MailKind, string> = {
  password_reset: "/link/password_reset",
  magic_link: "/link/magic_link",
  invitation: "/link/invitation",
  email_change: "/link/email_change",
  email_change_notice: "/link/email_change_undo",
  new_device: "/link/report",
  password_changed: "/forgot-password",
  provider_connected: "/account/security/connections",
  provider_disconnected: "/forgot-password",
  api_token_made: "/account/security/api-tokens",
  logged_out_by_admin: "/login",
  sessions_revoked: "/account/security",
  account_deleted: "/login",
}

test.each(mailKinds)("a mail %s arrives as text and as HTML, both with its link", async (kind) => {
  const server = await startMailServer()
  onTestFinished(server.stop)
  const mail = sampleMails("ann@example.com")[kind]
  await world.stores.outbox.add(mail)
  const outbox = openOutbox(world, server.smtp)
  onTestFinished(outbox.stop)

  const [received] = await server.arrived(1)
  const link = `${app.origin}${paths[kind]}${mail.secret ? `?secret=${mail.secret}` : ""}`
  expect(received?.recipients).toEqual(["ann@example.com"])
  expect(received?.from?.text).toBe(`"Everywhere" <mail@app.test>`)
  expect(received?.subject).toMatch(/\w/)
  expect(received?.text?.split("\n")).toContain(link)
  expect(received?.html).toContain(`<a href="${link}" style="display:inline-block`)
  expect(received?.html).toContain(`${link}</a>`)
  expect(received?.headers.get("auto-submitted")).toBe("auto-generated")
})
