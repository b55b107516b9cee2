import { AuthError } from "next-auth"
import {
  hashSecret,
  type Issued,
  issue,
  type Proof,
  type SessionToken,
  type TokenStore,
} from "@/lib/tokens"
import type { Stores } from "@/lib/users/stores"
import type { AdapterParts } from "./adapter"
import { currentLogIn } from "./log-in-context"

/**
 * Makes the session of a log-in, ends the one that the browser had before, and writes it down,
 * together or not at all.
 *
 * Inside a log-in it demands the proof that was noted there. Outside (a script, a test, another app's
 * own flow) it takes the epoch as it stands.
 */
export async function startSession(
  { stores, transact, policy }: Pick<AdapterParts, "stores" | "transact" | "policy">,
  secret: SessionToken,
  userId: string,
): Promise<Issued> {
  const logIn = currentLogIn()
  const proof = logIn ? logIn.proofs.get(userId) : await presentProof(stores(), userId)
  if (!proof) throw new AuthError("A session was asked for without a proof of who it is for.")

  const device = logIn?.device ?? { address: null, userAgent: null }
  const request = {
    purpose: "session",
    proof,
    device,
    isRemembered: logIn?.isRemembered ?? false,
  } as const
  const started = await transact(async (stores, now) => {
    const { tokens, audit } = stores
    const issued = await issue(tokens, policy, request, now, secret)
    if (!issued.ok) return issued
    await endPrevious(tokens, logIn?.previousSecret ?? null, now)
    await logIn?.onStart?.(stores, issued.value.token, now)
    await audit.append({
      action: "log_in",
      actorId: userId,
      targetId: userId,
      address: device.address,
      details: { method: proof.method },
    })
    return issued
  })
  if (started.ok) {
    if (logIn) logIn.issued = started.value
    return started.value
  }
  if (logIn) logIn.failure = started.failure
  throw new AuthError("The account changed while this log-in was under way.")
}

/** Ends whatever session the browser's cookie opened before, whoever it belonged to. */
async function endPrevious(tokens: TokenStore, secret: string | null, at: Date): Promise<void> {
  const previous = secret ? await tokens.findByHash(hashSecret(secret)) : null
  if (previous?.token.purpose !== "session") return
  const { id: tokenId, userId } = previous.token
  await tokens.revoke(userId, { kind: "one", tokenId }, { at, reason: "replaced", by: userId })
}

async function presentProof({ users }: Stores, userId: string): Promise<Proof | undefined> {
  const credential = await users.findCredential({ userId })
  return credential
    ? { userId, epoch: credential.epoch, role: credential.role, method: "unknown" }
    : undefined
}
