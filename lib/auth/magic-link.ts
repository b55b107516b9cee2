import "server-only"
import { fail, hashSecret, ok, type Result } from "log-out-everywhere"
import { headers } from "next/headers"
import { NextRequest } from "next/server"
import { handlers } from "@/auth"
import { connection } from "@/lib/db/client"
import { stores } from "@/lib/db/stores"
import { throttle } from "@/lib/db/throttle"
import { verificationLinks } from "@/lib/db/verification-links"
import { settings } from "@/lib/settings"
import { dropLink, isCutLink, readLink } from "./link-cookie"
import { handOverCookies, logInContext } from "./log-in"
import { type LogInFailure, runLogIn } from "./log-in-context"
import { isSessionCookie, withoutCookies } from "./nextauth-cookies"
import { type LinkEnding, linkBehind } from "./opened-link"
import { magicLinkProviderId, verificationToken } from "./providers"

/** Whose log-in link this browser opened. Looking consumes nothing. */
export async function openedMagicLink(): Promise<Result<{ email: string }, LinkEnding>> {
  if (await isCutLink("magic_link")) return fail("cut")
  const secret = await readLink("magic_link")
  if (secret === "") return fail("ended")
  const hash = hashSecret(verificationToken(secret))
  const signUp = await verificationLinks(connection()).findSignUp(hash)
  if (signUp) return ok({ email: signUp })
  const opened = await linkBehind("magic_link", hash)
  return opened.ok ? ok({ email: opened.value.owner.email }) : opened
}

/** Logs in by the link that this browser opened, through NextAuth's callback, which is closed from outside. */
export async function logInByLink(): Promise<Result<null, LogInFailure | "link_ended">> {
  const [opened, secret] = [await openedMagicLink(), await readLink("magic_link")]
  if (!opened.ok) return fail("link_ended")

  const context = await logInContext(magicLinkProviderId)
  const callback = new URL(`/api/auth/callback/${magicLinkProviderId}`, settings().authUrl)
  callback.search = String(new URLSearchParams({ token: secret, email: opened.value.email }))
  const asked = new NextRequest(callback, { headers: await headers() })
  const request = withoutCookies(asked, isSessionCookie)
  await runLogIn(context, () => handlers.GET(request))
  if (!context.issued) return fail(context.failure ?? "link_ended")

  await dropLink()
  const owner = await stores().users.find(context.issued.token.userId)
  // A person who reads the mailbox is the owner: strangers' guesses close no door to them.
  if (owner) await throttle().clear(owner.email)
  await handOverCookies(context)
  return ok(null)
}
