/** One mail of each kind, and an outbox that sends them on. */

import { newSecret } from "log-out-everywhere"
import { mailQueue } from "@/lib/db/mail/mail-queue"
import { createLog } from "@/lib/log"
import { type RunningOutbox, startOutbox } from "@/lib/mail/outbox"
import { type Send, smtpTransport } from "@/lib/mail/transport"
import type { Smtp } from "@/lib/smtp-settings"
import type { Mail, MailKind } from "@/lib/users/ports/outbox"
import { testSeal, type World } from "@/test/world/people"

export const app = new URL("https://app.test")

const expiresAt = "2026-11-22T11:35:00.000Z"
const device = {
  device: "Firefox on Linux",
  at: "2026-11-22T11:05:00.000Z",
  address: "2001:db8::7",
}

/** Each with a new secret, if it has one. */
export function sampleMails(to: string): { readonly [Kind in MailKind]: Mail<Kind> } {
  const linked = <const Kind>(kind: Kind) => ({ kind, to, secret: newSecret() })
  return {
    password_reset: { ...linked("password_reset"), facts: { expiresAt } },
    magic_link: { ...linked("magic_link"), facts: { expiresAt } },
    invitation: { ...linked("invitation"), facts: { invitedBy: "Bea", expiresAt } },
    email_change: { ...linked("email_change"), facts: { oldEmail: "old@example.com", expiresAt } },
    email_change_notice: {
      ...linked("email_change_notice"),
      facts: { newEmail: "new@example.com", expiresAt },
    },
    new_device: { ...linked("new_device"), facts: device },
    password_changed: { kind: "password_changed", to, facts: device },
    provider_connected: {
      kind: "provider_connected",
      to,
      facts: { ...device, provider: "GitHub" },
    },
    provider_disconnected: {
      kind: "provider_disconnected",
      to,
      facts: { ...device, provider: "GitHub" },
    },
    api_token_made: { kind: "api_token_made", to, facts: { ...device, name: "CI" } },
    account_deleted: {
      kind: "account_deleted",
      to,
      facts: { by: "owner", at: device.at, address: device.address },
    },
    sessions_revoked: {
      kind: "sessions_revoked",
      to,
      facts: { at: device.at, reason: "A network was broken into" },
    },
    logged_out_by_admin: {
      kind: "logged_out_by_admin",
      to,
      facts: { at: device.at, reason: "Your laptop was reported stolen" },
    },
  }
}

export interface MailRowInDatabase {
  readonly id: string
  readonly kind: string
  readonly facts: unknown
  readonly sealedSecret: string | null
  readonly nextTryAt: Date | null
  readonly tries: number
  readonly sentAt: Date | null
  readonly lastError: string | null
}

export function mailRows({ sql }: Pick<World, "sql">): Promise<MailRowInDatabase[]> {
  return sql(`SELECT * FROM "OutboxMail" ORDER BY "createdAt", id`)
}

export interface TestOutbox extends RunningOutbox {
  readonly logged: readonly Record<string, unknown>[]
  /** Moves the outbox's clock on, and lets it look. */
  readonly pass: (ms: number) => void
}

/** An outbox that looks only when it is nudged, with a clock that stands ahead of the database's as told. */
export function openOutbox(
  { connection }: Pick<World, "connection">,
  to: Smtp | Send,
  { seal = testSeal(), keepsBodies = false, patienceMs = 8_000 } = {},
): TestOutbox {
  const logged: Record<string, unknown>[] = []
  const queue = mailQueue(connection)
  let aheadMs = 0
  const outbox = startOutbox({
    queue,
    seal,
    send: typeof to === "function" ? to : smtpTransport(to),
    app,
    log: createLog("info", { write: (line) => logged.push(JSON.parse(line)) }),
    keepsBodies,
    clock: async () => new Date(+(await queue.now()) + aheadMs),
    pollMs: 2 ** 31 - 1,
    patienceMs,
  })
  return {
    ...outbox,
    logged,
    pass(ms) {
      aheadMs += ms
      outbox.nudge()
    },
  }
}

/** What one waits for and another opens. */
export function latch() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}
