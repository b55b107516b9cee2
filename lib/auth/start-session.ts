import {
  type ActingTokenStore,
  enterBrowser,
  type FoundToken,
  hashSecret,
  type Issued,
  issue,
  keepWithinLimit,
  ok,
  type Proof,
  readBrowsers,
  renewBrowser,
  type SessionToken,
  type Token,
  type TokenPolicy,
  tokenStatus,
  totalOf,
} from "log-out-everywhere"
import { AuthError } from "next-auth"
import type { Stores } from "@/lib/users/stores"
import type { AdapterParts } from "./adapter-parts"
import { describeDevice } from "./device"
import { currentLogIn, type LogInContext } from "./log-in-context"

/**
 * Makes the session of a log-in, ends the one that the browser had before, and writes it down,
 * together or not at all.
 *
 * Inside a log-in it demands the proof that was noted there. Outside, where a script or a test calls the
 * adapter itself, it takes the epoch as it stands.
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
  const { title: name } = describeDevice(device.userAgent)
  const started = await transact(async (stores, now) => {
    const { tokens, audit } = stores
    await tokens.lockOwner(userId)
    const previous = await previousSession(tokens, logIn)
    const idle = logIn?.isReturning ? idleOf(previous, userId) : null
    const entered = await enterBrowserOf(logIn, tokens, policy, { proof, device, name }, now)
    if (!entered.ok) return entered
    const browser = entered.value
    const issued = await issue(
      tokens,
      policy,
      {
        purpose: "session",
        proof,
        device,
        browserId: browser?.token.id ?? null,
        provider: logIn?.provider ?? null,
        isRemembered: idle?.isRemembered ?? logIn?.isRemembered ?? false,
        ...(logIn?.provedAt && { provedAt: logIn.provedAt }),
        ...(idle && { notAfter: idle.expiresAt }),
      },
      now,
      secret,
    )
    if (!issued.ok) return issued
    const session = issued.value.token
    if (previous) await replace(stores, previous.token, device.address, now)
    const kept = await keepWithinLimit(tokens, policy, session, proof.role, now)
    if (!kept.ok) return kept

    const left = browser && (await renewBrowser(tokens, policy, browser, proof, now))
    if (left && !left.ok) return left
    if (browser) await logIn?.onStart?.(stores, session, browser, now)
    await audit.append({
      action: "log_in",
      actorId: userId,
      targetId: userId,
      address: device.address,
      details: { method: proof.method, device: name },
    })
    if (!browser || !left) return ok({ issued: issued.value })
    const { secret: own, until } = left.value
    return ok({ issued: issued.value, remembered: { secrets: [own, ...browser.others], until } })
  })
  if (started.ok) {
    if (logIn) Object.assign(logIn, started.value)
    return started.value.issued
  }
  if (logIn) logIn.failure = started.failure
  throw new AuthError("This log-in cannot become a session.")
}

/** The browser of a log-in, as this person knows it. A call of the adapter outside a log-in has none. */
async function enterBrowserOf(
  logIn: LogInContext | undefined,
  tokens: ActingTokenStore,
  policy: TokenPolicy,
  request: Parameters<typeof enterBrowser>[3],
  now: Date,
) {
  if (!logIn) return ok(null)
  const { userId } = request.proof
  const read = await readBrowsers(tokens, logIn.browserSecrets, ({ id }) => id === userId)
  const entered = await enterBrowser(tokens, policy, read.own, request, now)
  return entered.ok ? ok({ ...entered.value, others: read.others }) : entered
}

/** The session that the browser's cookie opened before, no matter whose it was. */
async function previousSession(
  tokens: ActingTokenStore,
  logIn: LogInContext | undefined,
): Promise<FoundToken | null> {
  const found = logIn?.previousSecret
    ? await tokens.findByHash(hashSecret(logIn.previousSecret))
    : null
  return found?.token.purpose === "session" ? found : null
}

/** The session that this person comes back to, where it is over for mere inactivity. */
function idleOf(previous: FoundToken | null, userId: string): Token | null {
  if (previous?.owner.id !== userId) return null
  const { token, owner, realmGeneration, now } = previous
  return tokenStatus(token, owner, realmGeneration, now) === "idle" ? token : null
}

/** A browser has one session. A live one ends; an idle one never comes back to life. */
async function replace(
  { tokens, audit }: Stores,
  { id: tokenId, userId }: Token,
  address: string | null,
  at: Date,
): Promise<void> {
  if (await tokens.replaceIdle(tokenId, at)) return
  const reason = "replaced"
  const one = { kind: "one", tokenId, purpose: "session" } as const
  const count = totalOf(await tokens.revoke(userId, one, { at, reason, by: userId }))
  if (count === 0) return
  const person = { actorId: userId, targetId: userId, address }
  await audit.append({ ...person, action: "log_out", reason, scope: one.kind, count })
}

async function presentProof({ users }: Stores, userId: string): Promise<Proof | undefined> {
  const credential = await users.findCredential({ userId })
  return credential
    ? { userId, epoch: credential.epoch, role: credential.role, method: "unknown" }
    : undefined
}
