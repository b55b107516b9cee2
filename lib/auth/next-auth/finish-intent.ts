import "server-only"
import { isFresh } from "log-out-everywhere"
import type { Account } from "next-auth"
import { readSessionCookie, setSessionCookie } from "@/lib/auth/cookies/session-cookie"
import { describeDevice } from "@/lib/auth/device"
import { withOutcome } from "@/lib/auth/outcome"
import { provedAt } from "@/lib/auth/providers/id-token"
import { isAccountId } from "@/lib/auth/providers/provider-profile"
import { providerName } from "@/lib/auth/providers/providers"
import { requestFacts } from "@/lib/auth/request-facts"
import { resumeSession } from "@/lib/auth/sessions"
import { withTypedBefore } from "@/lib/auth/typed-before"
import { parts } from "@/lib/db/parts"
import { accountPages, isAccountPage } from "@/lib/names/account-pages"
import { linkAccount } from "@/lib/users/account/link-account"
import { entryOf } from "@/lib/users/audit-entry"
import { rotateProved } from "@/lib/users/log-in/prove"
import type { ProviderAccount } from "@/lib/users/ports/user"
import { consumeIntent, type ProviderIntent } from "./provider-intent"

/** By how much a provider's clock may be behind ours. */
const clockSkewMs = 60_000

export type ProviderNotice =
  | "linked"
  | "linked_already"
  | "linked_elsewhere"
  | "proved"
  | "not_proved"
  | "unusable"
  | "too_late"

/**
 * Does what a logged-in person went to a provider for, once they are back, and says which page is next. No session
 * begins.
 */
export const finishIntent = async (intent: ProviderIntent, account: Account): Promise<string> =>
  afterwards(intent, await carryOut(intent, account))

/** Back to where the person was, to go on. Only the settings have words for how it went. */
async function afterwards(
  { returnTo, tokenId, typed }: ProviderIntent,
  notice: ProviderNotice,
): Promise<string> {
  const path = returnTo.split("?")[0] ?? returnTo
  if (isAccountPage(path)) return withTypedBefore(await withOutcome(path, notice), tokenId, typed)
  if (notice !== "proved") return withOutcome(accountPages.sessions, notice)
  return withTypedBefore(returnTo, tokenId, typed)
}

async function carryOut(
  intent: ProviderIntent,
  { provider, providerAccountId, type, id_token }: Account,
): Promise<ProviderNotice> {
  const secret = (await readSessionCookie()) ?? ""
  const resumed = await resumeSession(secret, { touch: true })
  if (!resumed || intent.provider !== provider) return "not_proved"
  const { token, owner, now } = resumed
  const isSame = token.id === intent.tokenId && token.epoch === intent.epoch
  if (!isSame || !(await consumeIntent(intent))) return "not_proved"
  if (!isAccountId(providerAccountId)) return "unusable"
  const { address, userAgent } = (await requestFacts()).device
  const account: ProviderAccount = { provider, providerAccountId }
  if (intent.kind === "link") {
    // It was fresh when they left. Linking is for the person who left, not for one who finds the tab open.
    if (!isFresh(token, parts().policy, now)) return "too_late"
    const actor = { userId: owner.id, tokenId: token.id, address }
    const inWords = {
      provider: providerName(provider),
      device: describeDevice(userAgent).title,
    }
    const linked = await linkAccount(parts(), actor, account, type, inWords)
    if (linked.ok) return "linked"
    return linked.failure === "session_ended" ? "not_proved" : linked.failure
  }

  const proved = await parts().stores.accounts.findOwner(account)
  const isSince = type !== "oidc" || isAfter(intent, id_token)
  if (proved?.userId !== owner.id || !isSince) {
    const failed = { action: "prove_failed", details: { method: provider } } as const
    const entry = entryOf({ userId: owner.id, address }, failed)
    await parts().stores.audit.appendCounted(entry, `${provider}:${owner.id}`)
    return "not_proved"
  }
  const session = { userId: owner.id, tokenId: token.id, email: owner.email, address, secret }
  const rotated = await rotateProved(parts(), session)
  if (!rotated.ok) return "not_proved"
  await setSessionCookie(rotated.value, token)
  return "proved"
}

/** An OpenID provider must say that the person proved themselves since they left; plain OAuth cannot say. */
function isAfter(intent: ProviderIntent, idToken: string | undefined): boolean {
  const at = provedAt(idToken)
  return at !== null && +at >= intent.at - clockSkewMs
}
