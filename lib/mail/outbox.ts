import { setTimeout as sleep } from "node:timers/promises"
import type { ClaimedMail } from "@/lib/db/mail/mail-queue"
import { type Delivery, deliver } from "./deliver"

export interface RunningOutbox {
  /** Looks at once whether mail is due. */
  readonly nudge: () => void
  /**
   * Takes no more mail, and waits a while for those under way. What is not sent by then is given back:
   * another process tries it immediately.
   */
  readonly stop: () => Promise<void>
}

interface OutboxOptions extends Delivery {
  /** The database's clock, unless a test has its own. */
  readonly clock?: () => Promise<Date>
  readonly pollMs?: number
  /** How long a stop waits for a mail server. */
  readonly patienceMs?: number
}

/**
 * Sends what waits in the outbox, in every process at once: each mail is one process's at a time.
 *
 * A mail is marked as sent right after the mail server has taken it. Only a process that dies
 * between the two makes it go out twice, under the same Message-ID.
 */
export function startOutbox({
  pollMs = 5_000,
  patienceMs = 8_000,
  ...options
}: OutboxOptions): RunningOutbox {
  const { queue, log, clock = queue.now } = options
  let working: Promise<void> | undefined
  let isNudged = false
  let isStopped = false
  const underWay = new Set<ClaimedMail>()

  async function work() {
    while (isNudged && !isStopped) {
      isNudged = false
      const now = await clock()
      const mails = await queue.claim(now, new Date(+now + CLAIM_MS), AT_ONCE)
      // There may be more of them.
      if (mails.length > 0) isNudged = true
      await Promise.all(mails.map(attempt))
    }
  }

  async function attempt(mail: ClaimedMail) {
    underWay.add(mail)
    await deliver(options, mail, clock)
      .catch(({ message }: Error) =>
        log.error(
          { mail: mail.id, problem: message },
          "what came of a mail could not be written down",
        ),
      )
      .finally(() => underWay.delete(mail))
  }

  /** The claim would hold them for minutes after this process is gone, and some links live for ten. */
  async function giveBack() {
    const problem = "The process that tried to send it was stopped."
    const now = await clock()
    await Promise.all([...underWay].map((mail) => queue.postpone(mail, now, problem)))
  }

  function nudge() {
    isNudged = true
    working ??= work()
      .catch(({ message }: Error) => log.warn({ problem: message }, "the outbox cannot be read"))
      .finally(() => {
        working = undefined
        if (isNudged && !isStopped) nudge()
      })
  }

  const timer = setInterval(nudge, pollMs)
  nudge()

  return {
    nudge,
    async stop() {
      isStopped = true
      clearInterval(timer)
      await Promise.race([working, sleep(patienceMs, undefined, { ref: false })])
      if (underWay.size > 0) await Promise.race([giveBack().catch(() => {}), sleep(1_000)])
    },
  }
}

/** Longer than any try can take, by the timeouts of the transport. */
const CLAIM_MS = 5 * 60_000
const AT_ONCE = 5
