import { connection } from "@/lib/db/client"
import { limiterOn, waitMs } from "./limiter"

const windowS = 15 * 60
const maxPerPerson = 100

/**
 * Counts a log-in that was right, and says whether it may become a session.
 *
 * Each leaves a row, an entry in the audit log and perhaps a mail, so that a program that logs in all day
 * would fill all three. Each method has its own count: a stranger who has the password cannot keep the owner
 * from coming in by a provider, and a mailed link is not counted here at all.
 */
export async function admitLogIn(userId: string, method: string): Promise<boolean> {
  kept ??= limiterOn(connection().pool, "log_in", maxPerPerson, windowS)
  return (await waitMs(kept.consume(`${method}:${userId}`))) === 0
}

let kept: ReturnType<typeof limiterOn> | undefined
