import "server-only"
import { notFound } from "next/navigation"
import { z } from "zod"
import { type MailWish, mailThrottle } from "@/lib/db/throttles/mail-throttle"
import { emailInput } from "@/lib/forms/inputs"
import { requireOwnPage } from "./rendered-for"
import { requestFacts } from "./request-facts"
import { getViewer } from "./viewer"

export const MailMeInput = z.object({ email: emailInput })

/** The gate of forms that anybody may send: from our own pages, and mailing nobody too often. */
export async function requireStranger(form: FormData) {
  const { isFromOurPages, device } = await requestFacts()
  if (!isFromOurPages) notFound()
  await requireOwnPage(form, await getViewer())
  const { address } = device
  return {
    address,
    device,
    admit: (kind: MailWish["kind"], email: string) =>
      mailThrottle().admit({ kind, email, address }),
  }
}
