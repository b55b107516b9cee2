import "server-only"
import { headers } from "next/headers"
import { notFound } from "next/navigation"
import { z } from "zod"
import { type MailWish, mailThrottle } from "@/lib/db/mail-throttle"
import { emailInput } from "@/lib/inputs"
import { requireOwnPage } from "./rendered-for"
import { isFromOurPages } from "./request"
import { deviceOf } from "./request-device"
import { getViewer } from "./viewer"

export const MailMeInput = z.object({ email: emailInput })

/** The gate of forms that anybody may send: from our own pages, and mailing nobody too often. */
export async function requireStranger(form: FormData) {
  const requested = await headers()
  if (!isFromOurPages(requested)) notFound()
  await requireOwnPage(form, await getViewer())
  const { address } = deviceOf(requested)
  return {
    address,
    admit: (kind: MailWish["kind"], email: string) =>
      mailThrottle().admit({ kind, email, address }),
  }
}
