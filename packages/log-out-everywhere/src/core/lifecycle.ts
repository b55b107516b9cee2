import { canBeRemembered, idleAfter, lifetimeOf, type TokenPolicy, tokenStatus } from "./policy.ts"
import { fail, ok, type Result } from "./result.ts"
import { hashSecret, newApiSecret, newSecret, type Secret } from "./secret.ts"
import type { Mark, TokenStore } from "./store.ts"
import type { Device, ProviderSession, Token, TokenOwner, TokenPurpose } from "./token.ts"

/**
 * The person who was authenticated, and how: read together with the proof, and carried to `issue` as it was
 * read. With a mark that was taken before the proof, the rest may be read after it.
 */
export interface Proof {
  readonly userId: string
  /** The owner's epoch, of the same read as what was verified. One that is read later guards nothing without a mark. */
  readonly epoch: number
  readonly role: string
  /** "password", "magic_link", or a provider's id. */
  readonly method: string
  /** Taken before the proof was read, by a caller that reads the epoch after it. */
  readonly mark?: Mark
}

/** What a token is issued for, to whom and where. Secret and deadlines are the library's. */
export interface IssueRequest {
  readonly purpose: TokenPurpose
  readonly proof: Proof
  readonly device: Device
  /** The person asked to be kept logged in. The policy may refuse it to their role. */
  readonly isRemembered: boolean
  /** When the owner proved who they are. Left out, or in the future of the store's clock: now. */
  readonly provedAt?: Date
  /** The browser to which a session refers. */
  readonly browserId?: string | null
  readonly provider?: ProviderSession | null
  readonly name?: string | null
  readonly data?: Readonly<Record<string, string>> | null
  /** Ends it earlier than the policy would. It never ends later. */
  readonly notAfter?: Date
}

/** A token that was just made, with the one copy of its secret. */
export interface Issued {
  readonly token: Token
  /** Handed out once. Nothing can read it again. */
  readonly secret: Secret
}

/** A live token and its owner, as they were at one moment of the store's clock, `now`. */
export interface Resumed<Owner extends TokenOwner> {
  readonly token: Token
  readonly owner: Owner
  readonly now: Date
}

/**
 * Makes a token for a person who has just been authenticated (ASVS 7.2.4). `now` is the store's clock.
 *
 * `changed_meanwhile`: since the proof was read the person logged out everywhere, changed the
 * password, or was disabled. Nothing was written; log in again.
 */
export async function issue(
  tokens: TokenStore,
  policy: TokenPolicy,
  {
    purpose,
    proof,
    device,
    provedAt,
    notAfter,
    browserId = null,
    provider = null,
    name = null,
    data = null,
    ...asked
  }: IssueRequest,
  now: Date,
  secret: Secret = purpose === "api" ? newApiSecret() : newSecret(),
): Promise<Result<Issued, "changed_meanwhile">> {
  const isRemembered = asked.isRemembered && canBeRemembered(policy, purpose, proof)
  const lifetime = lifetimeOf(policy, { purpose, isRemembered }, proof)
  const deadline = +now + lifetime.maximumLifetimeMs
  const token = await tokens.insert(
    {
      purpose,
      userId: proof.userId,
      epoch: proof.epoch,
      mark: proof.mark,
      method: proof.method,
      isRemembered,
      device,
      browserId,
      provider,
      name,
      data,
      issuedAt: now,
      provedAt: provedAt && provedAt < now ? provedAt : now,
      lastActiveAt: now,
      idleAt: idleAfter(lifetime, now),
      expiresAt: new Date(notAfter ? Math.min(+notAfter, deadline) : deadline),
    },
    hashSecret(secret),
  )
  return token ? ok({ token, secret }) : fail("changed_meanwhile")
}

/** What a caller says beside the secret that it brings. */
export interface ResumeOptions {
  /** Whether a person acted. */
  readonly touch: boolean
  /** Told why a touch could not be written. People go idle while it is told. */
  readonly onTouchFailed?: ((error: unknown) => void) | undefined
}

/**
 * The one judgement of every path: finds the live token behind a secret.
 *
 * Touches only if the caller says that a person acted; a stream or a poll that touched would
 * keep an open page from ever going idle. A store that cannot answer throws: an outage is not a
 * log-out. One that can answer and not write, such as a read-only standby or a full disk, refuses
 * nobody: the token was found live, and the touch that failed is told to `onTouchFailed`.
 *
 * Fails with "unknown" if no token of this purpose has the secret, and otherwise with the token's
 * status: "idle" (ASVS 7.3.1), "expired" (ASVS 7.3.2) or "revoked" (ASVS 7.4.1).
 */
export async function resume<Owner extends TokenOwner>(
  tokens: TokenStore<Owner>,
  policy: TokenPolicy,
  purpose: TokenPurpose,
  secret: string,
  { touch, onTouchFailed }: ResumeOptions,
): Promise<Result<Resumed<Owner>, "unknown" | "idle" | "expired" | "revoked">> {
  const found = secret === "" ? null : await tokens.findByHash(hashSecret(secret))
  if (found?.token.purpose !== purpose) return fail("unknown")

  const { token, owner, now } = found
  const status = tokenStatus(found)
  if (status !== "active") return fail(status)

  if (touch && +now - +token.lastActiveAt >= policy.touchIntervalMs) {
    const idleAt = idleAfter(lifetimeOf(policy, token, owner), now)
    await tokens.touch(token.id, now, idleAt).catch((error) => onTouchFailed?.(error))
  }
  return ok({ token, owner, now })
}

/**
 * Gives a session a new secret after its owner proved who they are (ASVS 7.2.4).
 *
 * The row, its absolute deadline and its place in the list stay; the old secret is dead at once. Fails with
 * `changed_meanwhile` if the token is not live, or the old secret is not its secret any more.
 */
export async function rotate(
  tokens: TokenStore,
  tokenId: string,
  oldSecret: string,
  now: Date,
): Promise<Result<Secret, "changed_meanwhile">> {
  const secret = newSecret()
  const isRotated = await tokens.rotate(tokenId, hashSecret(oldSecret), hashSecret(secret), now)
  return isRotated ? ok(secret) : fail("changed_meanwhile")
}
