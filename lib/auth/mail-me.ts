import "server-only"
import { notFound } from "next/navigation"
import { after } from "next/server"
import { z } from "zod"
import { type MailAdmission, type MailWish, mailThrottle } from "@/lib/db/throttles/mail-throttle"
import { failed } from "@/lib/forms/form-state"
import { emailInput } from "@/lib/forms/inputs"
import type { MailedState } from "@/lib/forms/mailed-state"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import { requireOwnPage } from "./rendered-for"
import { requestFacts } from "./request-facts"
import { getViewer } from "./viewer"

export const MailMeInput = z.object({ email: emailInput, again: z.string().optional() })

/** The gate of forms that anybody may send: from our own pages. */
export async function requireStranger(form: FormData) {
  const { isFromOurPages, device } = await requestFacts()
  if (!isFromOurPages) notFound()
  await requireOwnPage(form, await getViewer())
  return { address: device.address, device }
}

/**
 * Mails by `send`, as far as the throttle lets it, and says so. The same answer in the same time for everybody: what
 * depends on the address, but for how often it was given, comes after the answer.
 */
export async function mailMe(
  wish: MailWish,
  { again }: z.output<typeof MailMeInput>,
  send: () => Promise<unknown>,
): Promise<MailedState> {
  const admission = await mailThrottle().admit(wish)
  const { isAdmitted, isMailboxFull, nextInMs } = admission
  if (!isAdmitted && !isMailboxFull) return failed(tooMany(admission))
  if (isAdmitted) after(send)
  return {
    status: "mailed",
    email: wish.email,
    shown: shownEmail(wish.email),
    isSent: isAdmitted,
    isAgain: again !== undefined,
    nextInS: Math.ceil(nextInMs / 1000),
  }
}

/** What is said of a mail that the throttle refused. */
export const tooMany = ({ nextInMs }: Pick<MailAdmission, "nextInMs">): string =>
  words("inbox")("tooMany", { minutes: Math.ceil(nextInMs / 60_000) })
