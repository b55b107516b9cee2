import { createHash } from "node:crypto"
import { type Connection, connection } from "./client"
import { limiterOn, waitMs } from "./limiter"
import { networkOf } from "./network-of"

const windowS = 15 * 60
const allowed = { perAddress: 20, perMailbox: 3 }

/** Keeps anybody from filling a mailbox through our forms (ASVS 2.4.1). */
interface MailThrottle {
  /** Whether one more mail may go to this mailbox, asked for from this network address. */
  admit(email: string, address: string | null): Promise<boolean>
}

/** The throttle on the app's own connection. */
export const mailThrottle = (): MailThrottle => (kept ??= mailThrottleOn(connection()))

let kept: MailThrottle | undefined

function mailThrottleOn({ pool }: Pick<Connection, "pool">): MailThrottle {
  const addresses = limiterOn(pool, "mail_address", allowed.perAddress, windowS)
  const mailboxes = limiterOn(pool, "mail_box", allowed.perMailbox, windowS)

  return {
    async admit(email, address) {
      const mailbox = createHash("sha256").update(email).digest("base64url")
      return (
        (await waitMs(addresses.consume(networkOf(address ?? "unknown")))) === 0 &&
        (await waitMs(mailboxes.consume(mailbox))) === 0
      )
    },
  }
}
