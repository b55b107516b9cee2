import { cookies } from "next/headers"
import type { NextResponse } from "next/server"
import { z } from "zod"
import type { LinkPurpose } from "@/lib/users/mailed-link"
import { seal, unseal } from "./sealed-cookie"
import { cookieOptions } from "./session-cookie"

/** The mailed link that this browser opened. It keeps the secret out of the page's address (ASVS 14.2.1). */
const linkCookieName = "__Host-loe-link"

const maxAgeS = 15 * 60
const Kept = z.object({ purpose: z.string(), secret: z.string() })

export async function keepLink(
  response: NextResponse,
  purpose: LinkPurpose,
  secret: string,
): Promise<void> {
  const value = await seal(linkCookieName, { purpose, secret }, maxAgeS)
  response.cookies.set(linkCookieName, value, { ...cookieOptions, maxAge: maxAgeS })
}

/** The secret of the opened link, where it is one of this purpose; else the empty text, which opens nothing. */
export async function readLink(purpose: LinkPurpose): Promise<string> {
  const value = (await cookies()).get(linkCookieName)?.value
  const kept = Kept.safeParse(await unseal(linkCookieName, value)).data
  return kept?.purpose === purpose ? kept.secret : ""
}

export async function dropLink(): Promise<void> {
  ;(await cookies()).set(linkCookieName, "", { ...cookieOptions, maxAge: 0 })
}
