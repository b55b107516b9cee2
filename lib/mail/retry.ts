const second = 1000
const hour = 3600 * second

const FIRST_PAUSE_MS = 10 * second
const LONGEST_PAUSE_MS = 4 * hour
const GIVE_UP_AFTER_MS = 48 * hour

/**
 * When to try again after a try that failed: each pause is twice the one before it. Null once the
 * mail is two days old.
 *
 * Whatever the mail server says: a permanent refusal is often due to the server's own settings, which its
 * operator puts right.
 */
export function nextTry(mail: { createdAt: Date; tries: number }, now: Date): Date | null {
  if (+now - +mail.createdAt >= GIVE_UP_AFTER_MS) return null
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (mail.tries - 1), LONGEST_PAUSE_MS)
  return new Date(+now + pauseMs)
}
