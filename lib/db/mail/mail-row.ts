import { fail, type Result } from "log-out-everywhere"
import { isLinkless, type Mail, type MailKind } from "@/lib/users/ports/outbox"
import type { Seal } from "./seal"

/** A row of "OutboxMail" as far as it says what to send. */
export interface MailRow {
  readonly kind: MailKind
  readonly to: string
  /** Null once the mail is sent. */
  readonly facts: unknown
  readonly sealedSecret: string | null
}

/** Puts a mail together again. `other_key`: AUTH_SECRET was changed since it was written. */
export async function openMail(
  { kind, to, facts, sealedSecret }: MailRow,
  seal: Seal,
): Promise<Result<Mail, "other_key" | "altered" | "not_kept">> {
  if (!facts) return fail("not_kept")
  if (isLinkless(kind)) return { ok: true, value: { kind, to, facts } as Mail }
  if (!sealedSecret) return fail("not_kept")
  const opened = await seal.open(sealedSecret, { kind, to })
  if (!opened.ok) return opened
  return { ok: true, value: { kind, to, facts, secret: opened.value } as Mail }
}
