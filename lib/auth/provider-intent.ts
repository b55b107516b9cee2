import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { z } from "zod"
import { signIn } from "@/auth"
import type { ProviderIntent } from "./log-in-context"
import { safeReturnTo } from "./request"
import { requestPath } from "./request-device"
import { seal, unseal } from "./sealed-cookie"
import { cookieOptions } from "./session-cookie"
import type { ActingViewer } from "./viewer"

export const intentCookieName = "__Host-loe-intent"

const maxAgeS = 10 * 60
/** A browser drops a cookie that is too large. */
const longestPath = 1_000
const Intent = z.object({
  kind: z.enum(["link", "prove"]),
  provider: z.string(),
  tokenId: z.string(),
  returnTo: z.string(),
  at: z.number(),
})

export async function readIntent(cookie: string | undefined): Promise<ProviderIntent | null> {
  return Intent.safeParse(await unseal(intentCookieName, cookie)).data ?? null
}

/** Whoever goes to a provider to log in has given up what they went for before. */
export async function dropIntent(): Promise<void> {
  ;(await cookies()).set(intentCookieName, "", { ...cookieOptions, maxAge: 0 })
}

/** Sends the person to the provider, to link it or to prove who they are. They come back to where they were. */
export async function goToProvider(
  viewer: ActingViewer,
  kind: ProviderIntent["kind"],
  provider: string,
): Promise<never> {
  const path = await requestPath()
  const returnTo = safeReturnTo(path.length <= longestPath ? path : undefined)
  const tokenId = viewer.session.id
  const intent: ProviderIntent = { kind, provider, tokenId, returnTo, at: Date.now() }
  const sealed = await seal(intentCookieName, { ...intent }, maxAgeS)
  ;(await cookies()).set(intentCookieName, sealed, { ...cookieOptions, maxAge: maxAgeS })
  // max_age makes an OpenID provider say when the person last proved who they are.
  const asked = kind === "prove" ? { prompt: "login", max_age: "0" } : {}
  redirect(await signIn(provider, { redirect: false, redirectTo: "/account/security" }, asked))
}
