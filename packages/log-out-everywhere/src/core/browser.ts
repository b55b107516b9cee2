import { type IssueRequest, issue } from "./lifecycle.ts"
import { idleAfter, lifetimeOf, type TokenPolicy, tokenStatus } from "./policy.ts"
import { fail, ok, type Result } from "./result.ts"
import { hashSecret, newSecret } from "./secret.ts"
import type { TokenStore } from "./store.ts"
import type { Token, TokenOwner } from "./token.ts"

/** Browsers that one person is known in at once. Beyond that the one that was unused the longest is forgotten. */
export const mostBrowsers = 20

/** What a browser is known by: one secret for each person who has logged in there. It opens nothing. */
export interface KnownBrowser {
  readonly token: Token
  readonly secret: string
}

export interface BroughtBrowsers {
  /** The browser as the person in question knows it; null where it is new to them, or trusted no more. */
  readonly own: KnownBrowser | null
  /** The secrets by which it is known to other people. */
  readonly others: readonly string[]
}

/** Looks up the secrets that a browser brought, and says which of them knows it for whom. */
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
    const { token, owner, realmGeneration, now } = found
    if (tokenStatus(token, owner, realmGeneration, now) !== "active") continue
    if (isInQuestion(owner)) own = { token, secret }
    else others.push(secret)
  }
  return { own, others }
}

/** The browser in which a session begins. */
export interface EnteredBrowser {
  readonly token: Token
  readonly secret: string
  /** The person is not known to have logged in there before. */
  readonly isNew: boolean
}

export interface RenewedBrowser {
  readonly secret: string
  /** Unused until then, it is forgotten. */
  readonly until: Date
}

/** Before the session is made: the browser to which it will refer. */
export async function enterBrowser(
  tokens: TokenStore,
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
  await tokens.revokeLeastRecent(token.userId, "browser", mostBrowsers, token.id, revocation)
  return ok({ ...issued.value, isNew: true })
}

/**
 * After it: gives a browser that was known a new secret, so that a copy of the one before is worth
 * nothing, and notes that it was used.
 *
 * After it, since making the session has locked the owner: whoever locks a token before its owner waits
 * for an act that waits for them.
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
