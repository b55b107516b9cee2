import { z } from "zod"
import { receiptCookieName } from "@/lib/receipt-cookie-name"
import { sealedCookie } from "./sealed-cookie"

const cookie = sealedCookie(receiptCookieName, 10 * 60, z.object({ actId: z.guid() }))

/**
 * Leaves in this browser which act was done in it, for the log-in page that it leads to. It names the act and says
 * nothing of it. The proxy takes it away with the first page that reads it.
 */
export const keepReceipt = (actId: string): Promise<void> => cookie.keep({ actId })

/** The act that was just done in this browser; null without one. */
export const readReceiptCookie = async (): Promise<string | null> =>
  (await cookie.read())?.actId ?? null

/** For a log-in: the browser may be another person's from now on. */
export const dropReceipt = cookie.drop
