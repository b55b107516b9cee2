import { createHash } from "node:crypto"
import { type Connection, connection } from "@/lib/db/client"
import { limiterOn, waitMs } from "./limiter"
import { networkLimiterOn } from "./network-limiter"

const windowS = 15 * 60
const allowed = { perAddress: 20, perMailbox: 3, perPerson: 5 }

export interface MailWish {
  /** Each kind has its own count: nobody uses up a victim's recovery with mails of another kind. */
  readonly kind: "password_reset" | "magic_link" | "email_change"
  readonly email: string
  /** The network address that it is asked for from. */
  readonly address: string | null
  /** The id of the person who asks, where somebody is logged in. */
  readonly askedBy?: string
}

/** Keeps anybody from filling a mailbox through our forms (ASVS 2.4.1). */
interface MailThrottle {
  /** Whether one more mail of this kind may go to this mailbox. */
  admit(wish: MailWish): Promise<boolean>
}

/** The throttle on the app's own connection. */
export const mailThrottle = (): MailThrottle => (kept ??= mailThrottleOn(connection()))

let kept: MailThrottle | undefined

export function mailThrottleOn({ pool }: Pick<Connection, "pool">): MailThrottle {
  const addresses = networkLimiterOn(pool, "mail_address", allowed.perAddress, windowS)
  const people = limiterOn(pool, "mail_person", allowed.perPerson, windowS)
  const mailboxes = limiterOn(pool, "mail_box", allowed.perMailbox, windowS)

  return {
    async admit({ kind, email, address, askedBy }) {
      const mailbox = createHash("sha256").update(email).digest("base64url")
      return (
        (await addresses.consume(address ?? "unknown")) === null &&
        (askedBy === undefined || (await waitMs(people.consume(`${kind}:${askedBy}`))) === 0) &&
        (await waitMs(mailboxes.consume(`${kind}:${mailbox}`))) === 0
      )
    },
  }
}
