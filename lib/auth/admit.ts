import { isFresh, providerSessionOf, resume } from "log-out-everywhere"
import type { Account, Profile } from "next-auth"
import { authentication } from "@/authentication"
import { admitLogIn } from "@/lib/db/log-in-throttle"
import { stores, transact } from "@/lib/db/stores"
import { networksOf } from "@/lib/names/network-address"
import { settings } from "@/lib/settings"
import { linkAccount } from "@/lib/users/link-account"
import { rotateProved } from "@/lib/users/prove"
import type { ProviderAccount } from "@/lib/users/user"
import { describeDevice } from "./device"
import { claimsOf, provedAt } from "./id-token"
import { currentLogIn, type LogInContext, type ProviderIntent } from "./log-in-context"
import { consumeIntent } from "./provider-intent"
import { isAccountId, isVouchedFor, parseNewcomer } from "./provider-profile"
import { providerName } from "./providers"

/** By how much a provider's clock may be behind ours. */
const clockSkewMs = 60_000

/** A provider that does not say when may have asked for the password years ago. */
const atSomeTime = new Date(0)

export interface Arrival {
  readonly account?: Account | null
  /** What the provider says of the person, as it says it. */
  readonly profile?: Profile
}

/**
 * NextAuth's `signIn` callback: true lets the log-in go on, a path sends the browser there without one.
 *
 * A person without an account is refused, unless sign-up is open and the address is theirs: an account
 * that somebody opens with another's address would wait there for its owner. A person who is logged in and came to
 * link a provider, or to prove who they are, gets that done here, and no second session.
 */
export async function admit({ account, profile }: Arrival): Promise<boolean | string> {
  if (!account) return false
  if (account.type === "credentials") return true
  const logIn = currentLogIn()
  if (logIn?.intent) return afterwards(logIn.intent, await finish(logIn, logIn.intent, account))

  const owner = await ownerOf(account)
  if (logIn && account.type !== "email") {
    logIn.provedAt = provedAt(account.id_token) ?? atSomeTime
    logIn.provider = providerSessionOf(claimsOf(account.id_token))
  }
  const isOwnAddress = account.type === "email" || isVouchedFor(profile)
  const mayEnter = owner ? !owner.isDisabled : isOwnAddress && settings().signUp === "open"
  if (mayEnter && account.type === "email") return true
  if (mayEnter && owner) return admitOwner(owner.userId, account.provider)
  const newcomer = mayEnter ? parseNewcomer(account, profile) : null
  if (newcomer) {
    if (logIn) logIn.newcomer = newcomer
    return true
  }
  const failure = mayEnter ? "unusable_profile" : "no_account"
  if (logIn) logIn.failure = failure
  const address = logIn?.device.address ?? null
  await stores().audit.appendCounted(
    {
      action: "log_in_failed",
      actorId: null,
      targetId: owner?.userId ?? null,
      address,
      details: { method: account.provider },
    },
    `${account.provider}:${owner?.userId ?? networksOf(address ?? "unknown").network}`,
  )
  return `/login?error=${failure}`
}

async function admitOwner(userId: string, provider: string): Promise<boolean | string> {
  if (await admitLogIn(userId, provider)) return true
  const logIn = currentLogIn()
  if (logIn) logIn.failure = "throttled"
  return "/login?error=throttled"
}

function ownerOf({ type, provider, providerAccountId }: Account) {
  const { users, accounts } = stores()
  return type === "email"
    ? users.findCredential({ email: providerAccountId })
    : accounts.findOwner({ provider, providerAccountId })
}

export type ProviderNotice =
  | "linked"
  | "linked_already"
  | "linked_elsewhere"
  | "proved"
  | "not_proved"
  | "unusable"
  | "too_late"

/** Back to where the person was, to go on; the security page has the words for everything else. */
function afterwards({ returnTo }: ProviderIntent, notice: ProviderNotice): string {
  const security = "/account/security"
  const isElsewhere = returnTo.split("?")[0] !== security
  return notice === "proved" && isElsewhere ? returnTo : `${security}?notice=${notice}`
}

async function finish(
  logIn: LogInContext,
  intent: ProviderIntent,
  { provider, providerAccountId, type, id_token }: Account,
): Promise<ProviderNotice> {
  const secret = logIn.previousSecret ?? ""
  const resumed = await resume(stores().tokens, authentication.policy, "session", secret, {
    touch: true,
  })
  if (!resumed.ok || intent.provider !== provider) return "not_proved"
  const { token, owner, now } = resumed.value
  const isSame = token.id === intent.tokenId && token.epoch === intent.epoch
  if (!isSame || !(await consumeIntent(intent))) return "not_proved"
  if (!isAccountId(providerAccountId)) return "unusable"
  const { address } = logIn.device
  const account: ProviderAccount = { provider, providerAccountId }
  if (intent.kind === "link") {
    // It was fresh when they left. Linking is for the person who left, not for one who finds the tab open.
    if (!isFresh(token, authentication.policy, now)) return "too_late"
    const actor = { userId: owner.id, tokenId: token.id, address }
    const inWords = {
      provider: providerName(provider),
      device: describeDevice(logIn.device.userAgent).title,
    }
    const linked = await linkAccount(transact, actor, account, type, inWords)
    if (linked.ok) return "linked"
    return linked.failure === "session_ended" ? "not_proved" : linked.failure
  }

  const proved = await stores().accounts.findOwner(account)
  const isSince = type !== "oidc" || isAfter(intent, id_token)
  if (proved?.userId !== owner.id || !isSince) {
    const person = { actorId: owner.id, targetId: owner.id, address }
    const failed = { ...person, action: "prove_failed", details: { method: provider } } as const
    await stores().audit.appendCounted(failed, `${provider}:${owner.id}`)
    return "not_proved"
  }
  const session = { userId: owner.id, tokenId: token.id, email: owner.email, address, secret }
  const rotated = await rotateProved(transact, session)
  if (!rotated.ok) return "not_proved"
  logIn.issued = { token, secret: rotated.value }
  return "proved"
}

/** An OpenID provider must say that the person proved themselves since they left; plain OAuth cannot say. */
function isAfter(intent: ProviderIntent, idToken: string | undefined): boolean {
  const at = provedAt(idToken)
  return at !== null && +at >= intent.at - clockSkewMs
}
