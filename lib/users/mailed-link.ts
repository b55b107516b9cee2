import {
  type EndablePurpose,
  fail,
  hashSecret,
  type Issued,
  issue,
  ok,
  type Result,
  type Token,
  type TokenPolicy,
  totalOf,
} from "log-out-everywhere"
import type { Stores } from "@/lib/users/ports/stores"
import type { Credential, LockedUser } from "@/lib/users/ports/user"

/** What a link in a mail is for. */
export type LinkPurpose = Exclude<EndablePurpose, "session" | "api">

export interface LinkRequest {
  readonly purpose: LinkPurpose
  readonly data?: Readonly<Record<string, string>>
}

const nobody = { address: null, userAgent: null }

/**
 * Makes a link for a person whose row this transaction has locked, as it found it.
 *
 * The lock makes it certain: nothing can have changed since.
 */
export async function issueLink(
  { tokens }: Pick<Stores, "tokens">,
  policy: TokenPolicy,
  { userId, epoch, role }: Credential,
  { purpose, data }: LinkRequest,
  now: Date,
): Promise<Issued> {
  const proof = { userId, epoch, role, method: "mail" }
  const request = { purpose, proof, device: nobody, isRemembered: false, data: data ?? null }
  const issued = await issue(tokens, policy, request, now)
  if (!issued.ok) throw new Error("The owner of a new link was not locked, or is disabled.")
  return issued.value
}

/**
 * Uses up a live link, and locks its owner. Of two uses at the same time one wins.
 *
 * The owner's lock comes first, as in every act: two that met in another order would wait for each
 * other.
 */
export async function consumeLink(
  { tokens, users }: Pick<Stores, "tokens" | "users">,
  purpose: LinkPurpose,
  secret: string,
  now: Date,
): Promise<Result<{ link: Token; owner: LockedUser }, "link_ended">> {
  const found = await tokens.findByHash(hashSecret(secret))
  if (found?.token.purpose !== purpose) return fail("link_ended")
  const { id: tokenId, userId } = found.token

  const owner = await users.lock(userId)
  const revocation = { at: now, reason: "used", by: userId } as const
  const used = await tokens.revoke(userId, { kind: "one", tokenId, purpose }, revocation)
  return owner && totalOf(used) === 1 ? ok({ link: found.token, owner }) : fail("link_ended")
}

/** Ends the links of one purpose that still wait, since a new one takes their place. */
export async function replaceLinks(
  { tokens }: Pick<Stores, "tokens">,
  userId: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<void> {
  const scope = { kind: "everywhere", purposes: [purpose] } as const
  await tokens.revoke(userId, scope, { at: now, reason: "replaced", by: userId })
}
