import { type IssueRequest, issue } from "./lifecycle.ts"
import { idleAfter, lifetimeOf, type TokenPolicy, tokenStatus } from "./policy.ts"
import { fail, ok, type Result } from "./result.ts"
import { hashSecret, newSecret } from "./secret.ts"
import type { ActingTokenStore, TokenStore } from "./store.ts"
import type { Token, TokenOwner } from "./token.ts"

/** Browsers that one person is known in at once. Beyond that the one that was unused the longest is forgotten. */
export const maxBrowsers = 20

/** What a browser is known by: one secret for each person who has logged in there. It opens nothing. */
export interface KnownBrowser {
  readonly token: Token
  readonly secret: string
}

/** What the secrets in one browser's cookie come to, seen by the person in question. */
export interface BroughtBrowsers {
  /** The browser as the person in question knows it; null if it is new to them or no longer trusted. */
  readonly own: KnownBrowser | null
  /** The secrets by which it is known to other people. */
  readonly others: readonly string[]
}

/** Looks up the secrets that a browser brought, and says for which person each knows it. */
export async function readBrowsers<Owner extends TokenOwner>(
  tokens: TokenStore<Owner>,
  secrets: readonly string[],
  isInQuestion: (owner: Owner) => boolean,
): Promise<BroughtBrowsers> {
  let own: KnownBrowser | null = null
  const others: string[] = []
  for (const secret of secrets) {
    const found = await tokens.findByHash(hashSecret(secret))
    if (found?.token.purpose !== "browser") continue
    if (tokenStatus(found) !== "active") continue
    const { token, owner } = found
    if (isInQuestion(owner)) own = { token, secret }
    else others.push(secret)
  }
  return { own, others }
}

/** The browser in which a session begins. */
export interface EnteredBrowser extends KnownBrowser {
  /** The person is not known to have logged in there before. */
  readonly isNew: boolean
}

/** What the browser's cookie holds from now on. */
export interface RenewedBrowser {
  readonly secret: string
  /** Unused until then, it is forgotten. */
  readonly until: Date
}

/**
 * Finds or makes the browser to which a session will refer, before the session is made.
 *
 * Fails with `changed_meanwhile` as `issue` does. A person who is known in `mostBrowsers` already loses the
 * one that was unused the longest.
 */
export async function enterBrowser(
  tokens: ActingTokenStore,
  policy: TokenPolicy,
  known: KnownBrowser | null,
  request: Pick<IssueRequest, "proof" | "device" | "name">,
  now: Date,
): Promise<Result<EnteredBrowser, "changed_meanwhile">> {
  if (known) return ok({ ...known, isNew: false })
  const asked = { ...request, purpose: "browser", isRemembered: false } as const
  const issued = await issue(tokens, policy, asked, now)
  if (!issued.ok) return issued
  const { token } = issued.value
  const revocation = { at: now, reason: "session_limit", by: null } as const
  await tokens.revokeLeastRecent(token.userId, "browser", maxBrowsers, token.id, revocation)
  return ok({ ...issued.value, isNew: true })
}

/**
 * Gives a browser that was known a new secret once the session is made, so that a copy of the one before
 * is worth nothing, and notes that it was used. Fails with `changed_meanwhile` if another log-in has
 * renewed it first.
 *
 * Once it is made, since making the session has locked the owner: a transaction that locks a token
 * before its owner can wait for one that waits for it.
 */
export async function renewBrowser(
  tokens: TokenStore,
  policy: TokenPolicy,
  { token, secret, isNew }: EnteredBrowser,
  owner: Pick<TokenOwner, "role">,
  now: Date,
): Promise<Result<RenewedBrowser, "changed_meanwhile">> {
  if (isNew) return ok({ secret, until: token.idleAt })
  const [renewed, until] = [newSecret(), idleAfter(lifetimeOf(policy, token, owner), now)]
  if (!(await tokens.rotate(token.id, hashSecret(secret), hashSecret(renewed), now)))
    return fail("changed_meanwhile")
  await tokens.touch(token.id, now, until)
  return ok({ secret: renewed, until })
}
