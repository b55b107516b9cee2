import type { Logger } from "pino"
import type { ClaimedMail, MailQueue } from "@/lib/db/mail/mail-queue"
import { openMail } from "@/lib/db/mail/mail-row"
import type { Seal } from "@/lib/db/mail/seal"
import { compose } from "./compose"
import { htmlPart } from "./html-part"
import { nextTry } from "./retry"
import { textPart } from "./text-part"
import type { Send } from "./transport"

export interface Delivery {
  readonly queue: MailQueue
  readonly seal: Seal
  readonly send: Send
  /** Where people reach the app: the links lead there. */
  readonly app: URL
  readonly log: Pick<Logger, "warn" | "error">
  /** For the demo alone, where an administrator reads what was sent. Elsewhere a sent mail is forgotten. */
  readonly keepsBodies: boolean
}

/** Tries once to send a mail that this process has claimed, and writes down what came of it. */
export async function deliver(
  { queue, seal, send, app, log, keepsBodies }: Delivery,
  claimed: ClaimedMail,
  clock: () => Promise<Date>,
): Promise<void> {
  const { id, kind, to, tries } = claimed
  const opened = await openMail(claimed, seal)
  if (!opened.ok) {
    log.error({ mail: id, kind, problem: opened.failure }, "a mail was given up: its link is lost")
    return queue.giveUp(claimed, unopened[opened.failure])
  }

  const problem = await problemOf(async () => {
    const letter = compose(opened.value, app)
    await send({
      messageId: `<${id}@${app.hostname}>`,
      to,
      subject: letter.subject,
      text: textPart(letter, app),
      html: htmlPart(letter, app),
    })
  })
  const now = await clock()
  if (!problem) return queue.markSent(claimed, now, keepsBodies)

  const { message, ...codes } = problem
  const again = nextTry(claimed, now)
  if (again) {
    log.warn({ mail: id, kind, tries, again, ...codes }, "a mail could not be sent yet")
    return queue.postpone(claimed, again, message)
  }
  log.error({ mail: id, kind, tries, ...codes }, "a mail was given up: it could not be sent")
  return queue.giveUp(claimed, message)
}

const unopened = {
  other_key: "AUTH_SECRET was changed after this mail was written.",
  altered: "The sealed secret is not the one that was written for this mail.",
  not_kept: "The mail has lost its body.",
}

/** The message goes into the row alone: mail servers repeat people's addresses in it. */
async function problemOf(sending: () => Promise<void>) {
  try {
    await sending()
    return null
  } catch (error) {
    const { message, code, responseCode } = error as Error & Record<string, unknown>
    return { message: message.slice(0, 500), code, responseCode }
  }
}
