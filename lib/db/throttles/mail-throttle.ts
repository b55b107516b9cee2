import { createHash } from "node:crypto"
import type { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible"
import { connection } from "@/lib/db/client"
import type { Pooled } from "@/lib/db/query"
import { limiterOn, waitMs } from "./limiter"
import { networkLimiterOn } from "./network-limiter"

const windowS = 15 * 60
const allowed = { perAddress: 20, perMailbox: 3, perPerson: 5 }

/** A mail takes about so long to arrive, and the link of the next one ends its own. */
const gapS = 30

export interface MailWish {
  /** Each kind has its own count: nobody uses up a victim's recovery with mails of another kind. */
  readonly kind: "password_reset" | "magic_link" | "email_change"
  readonly email: string
  /** The network address that it is asked for from. */
  readonly address: string | null
  /** The id of the person who asks, where somebody is logged in. */
  readonly askedBy?: string
}

export interface MailAdmission {
  readonly isAdmitted: boolean
  /** In how many milliseconds the next mail of this kind may go to this mailbox; 0: now. */
  readonly nextInMs: number
  /** Whether the mailbox has had its mails; otherwise the sender has asked too often. */
  readonly isMailboxFull: boolean
}

/** Keeps anybody from filling a mailbox through our forms (ASVS 2.4.1). */
interface MailThrottle {
  /** Whether one more mail of this kind may go to this mailbox. Counts it. */
  admit(wish: MailWish): Promise<MailAdmission>
  /** When one may, in milliseconds, as far as mailbox and person go. Counts nothing. */
  nextInMs(wish: Omit<MailWish, "address">): Promise<number>
}

/** The throttle on the app's own connection. */
export const mailThrottle = (): MailThrottle => (kept ??= mailThrottleOn(connection()))

let kept: MailThrottle | undefined

export function mailThrottleOn({ pool }: Pooled): MailThrottle {
  const addresses = networkLimiterOn(pool, "mail_address", allowed.perAddress, windowS)
  const people = limiterOn(pool, "mail_person", allowed.perPerson, windowS)
  const gaps = limiterOn(pool, "mail_gap", 1, gapS)
  const mailboxes = limiterOn(pool, "mail_box", allowed.perMailbox, windowS)

  /** The gap first: a mail that is refused for it uses up nothing else. */
  const limitsOf = ({ kind, email, askedBy }: Omit<MailWish, "address">) => {
    const mailbox = `${kind}:${createHash("sha256").update(email).digest("base64url")}`
    return [
      [gaps, mailbox] as const,
      ...(askedBy === undefined ? [] : [[people, `${kind}:${askedBy}`] as const]),
      [mailboxes, mailbox] as const,
    ]
  }

  const nextInMs = async (wish: Omit<MailWish, "address">) => {
    const waits = limitsOf(wish).map(([limiter, key]) => untilFree(limiter, key))
    return Math.max(...(await Promise.all(waits)))
  }

  return {
    async admit(wish) {
      const stop = await addresses.consume(wish.address ?? "unknown")
      if (stop) return { isAdmitted: false, nextInMs: stop.waitMs, isMailboxFull: false }
      for (const [limiter, key] of limitsOf(wish)) {
        if ((await waitMs(limiter.consume(key))) === 0) continue
        const isMailboxFull = limiter !== people
        return { isAdmitted: false, nextInMs: await nextInMs(wish), isMailboxFull }
      }
      return { isAdmitted: true, nextInMs: await nextInMs(wish), isMailboxFull: false }
    },

    nextInMs,
  }
}

async function untilFree(limiter: RateLimiterPostgres, key: string): Promise<number> {
  const count: RateLimiterRes | null = await limiter.get(key)
  return count && count.remainingPoints <= 0 ? Math.max(count.msBeforeNext, 0) : 0
}
