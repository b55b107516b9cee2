import { createHash } from "node:crypto"
import type { NextResponse } from "next/server"
import { z } from "zod"
import type { LinkPurpose } from "@/lib/users/mailed-link"
import { sealedCookie } from "./sealed-cookie"

/** The mailed link that this browser opened. It keeps the secret out of the page's address (ASVS 14.2.1). */
const cookie = sealedCookie(
  "__Host-loe-link",
  15 * 60,
  z.object({ purpose: z.string(), secret: z.string() }),
)

/** An empty secret: the link had lost some of it on its way. Its page says so. */
export const keepLink = (
  response: NextResponse,
  purpose: LinkPurpose,
  secret: string,
): Promise<void> => cookie.keep({ purpose, secret }, response)

/** Whether the link that this browser opened last was for this purpose, and had not come here whole. */
export async function isCutLink(purpose: LinkPurpose): Promise<boolean> {
  const kept = await cookie.read()
  return kept?.purpose === purpose && kept.secret === ""
}

/** The secret of the opened link, where it is one of this purpose; else the empty text, which opens nothing. */
export async function readLink(purpose: LinkPurpose): Promise<string> {
  const kept = await cookie.read()
  return kept?.purpose === purpose ? kept.secret : ""
}

/**
 * What a page's form says of the link that it shows: a browser keeps the link that was opened last, and
 * another tab may show one that was opened before. It opens nothing.
 */
export async function linkFields(purpose: LinkPurpose) {
  return { [markField]: markOf(await readLink(purpose)) }
}

/** The secret of the link that the form's page shows, as `readLink` answers; null where another was opened since. */
export async function readShownLink(purpose: LinkPurpose, form: FormData): Promise<string | null> {
  const kept = await cookie.read()
  if (!kept) return ""
  const isShown = kept.purpose === purpose && form.get(markField) === markOf(kept.secret)
  return isShown ? kept.secret : null
}

const markField = "link"

/** Not the hash under which the link is stored: that stays with the server. */
const markOf = (secret: string) =>
  createHash("sha256").update(`the mark of ${secret}`).digest("base64url")

export const dropLink = cookie.drop
