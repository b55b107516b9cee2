import { cookies } from "next/headers"
import { z } from "zod"
import { seal, unseal } from "./sealed-cookie"
import { cookieOptions } from "./session-cookie"

/**
 * The email of a person who has just set a password in this browser: the log-in page need not ask for it. It is no
 * more than that, and stays out of the page's address (ASVS 14.2.1).
 */
const addressCookieName = "__Host-loe-address"

const maxAgeS = 10 * 60
const Kept = z.object({ email: z.string() })

export async function keepAddress(email: string): Promise<void> {
  const value = await seal(addressCookieName, { email }, maxAgeS)
  ;(await cookies()).set(addressCookieName, value, { ...cookieOptions, maxAge: maxAgeS })
}

export async function readAddress(): Promise<string | null> {
  const value = (await cookies()).get(addressCookieName)?.value
  return Kept.safeParse(await unseal(addressCookieName, value)).data?.email ?? null
}

export async function dropAddress(): Promise<void> {
  ;(await cookies()).set(addressCookieName, "", { ...cookieOptions, maxAge: 0 })
}
