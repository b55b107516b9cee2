import { cookies } from "next/headers"
import { z } from "zod"
import { receiptCookieName } from "@/lib/receipt-cookie-name"
import { seal, unseal } from "./sealed-cookie"
import { cookieOptions } from "./session-cookie"

const maxAgeS = 10 * 60
const Kept = z.object({ actId: z.guid() })

/**
 * Leaves in this browser which act was done in it, for the log-in page that it leads to. It names the act and says
 * nothing of it. The proxy takes it away with the first page that reads it.
 */
export async function keepReceipt(actId: string): Promise<void> {
  const value = await seal(receiptCookieName, { actId }, maxAgeS)
  ;(await cookies()).set(receiptCookieName, value, { ...cookieOptions, maxAge: maxAgeS })
}

/** The act that was just done in this browser; null without one. */
export async function readReceiptCookie(): Promise<string | null> {
  const value = (await cookies()).get(receiptCookieName)?.value
  return Kept.safeParse(await unseal(receiptCookieName, value)).data?.actId ?? null
}

/** For a log-in: the browser may be another person's from now on. */
export async function dropReceipt(): Promise<void> {
  const jar = await cookies()
  if (jar.get(receiptCookieName)) jar.set(receiptCookieName, "", { ...cookieOptions, maxAge: 0 })
}
