import { z } from "zod"
import { sealedCookie } from "./sealed-cookie"

/**
 * The email of a person who has just set a password in this browser: the log-in page need not ask for it. It is no
 * more than that, and stays out of the page's address (ASVS 14.2.1).
 */
const cookie = sealedCookie("__Host-loe-address", 10 * 60, z.object({ email: z.string() }))

export const keepAddress = (email: string): Promise<void> => cookie.keep({ email })

export const readAddress = async (): Promise<string | null> => (await cookie.read())?.email ?? null

export const dropAddress = cookie.drop
