import {
  type ActingTokenStore,
  enterBrowser,
  type FoundToken,
  fail,
  hashSecret,
  type Issued,
  issue,
  keepWithinLimit,
  ok,
  type Proof,
  type Result,
  readBrowsers,
  renewBrowser,
  type Token,
  tokenStatus,
} from "log-out-everywhere"
import type { LogIn } from "log-out-everywhere/next-auth"
import type { RememberedBrowser } from "@/lib/auth/cookies/browser-cookie"
import { describeDevice } from "@/lib/auth/device"
import { entryOf } from "@/lib/users/audit-entry"
import { endOwnSession } from "@/lib/users/log-in/log-out"
import type { Parts } from "@/lib/users/ports/parts"
import type { Stores } from "@/lib/users/ports/stores"

/** A log-in as the add-on's door hands it over, with what the app knows beside it. */
export interface Entrance extends Omit<LogIn, "arrival" | "purpose"> {
  /** What stood beside the proof, in one read; null for a person whom this log-in has made. */
  readonly stood: Pick<Proof, "epoch" | "role"> | null
  /** What the browser is known by to people who have logged in from it. */
  readonly browserSecrets: readonly string[]
  /** The person comes back to a session that went idle, and the new one keeps its absolute deadline. */
  readonly isReturning: boolean
}

export interface Started {
  readonly issued: Issued
  /** What the browser is known by from now on. */
  readonly remembered: RememberedBrowser
}

export interface StartParts extends Pick<Parts, "transact" | "policy"> {
  /** What else belongs to the beginning of a session in a browser that is new to its person. */
  readonly onNewBrowser: (stores: Stores, session: Token, name: string, now: Date) => Promise<void>
}

/**
 * Makes the session of a log-in, ends the one that the browser had before, and writes it down,
 * together or not at all.
 *
 * A log-in that an act overtakes is refused by the epoch that stood beside the proof. A person whom the log-in has
 * made had none then: for them the mark from before any proof was read says the same.
 */
export function startSession(
  { transact, policy, onNewBrowser }: StartParts,
  { replaces, stood, browserSecrets, isReturning, method, mark, ...entrance }: Entrance,
): Promise<Result<Started, "changed_meanwhile" | "too_many_sessions">> {
  const { userId, device } = entrance
  const { title: name } = describeDevice(device.userAgent)
  return transact(async (stores, now) => {
    const { tokens, audit } = stores
    await tokens.lockOwner(userId)
    const owner = stood ?? (await tokens.findOwner(userId))?.owner
    if (!owner) return fail("changed_meanwhile")
    const { epoch, role } = owner
    const proof = { userId, epoch, role, method, ...(!stood && { mark }) }
    const previous = await previousSession(tokens, replaces)
    const idle = isReturning ? idleOf(previous, userId) : null

    const brought = await readBrowsers(tokens, browserSecrets, ({ id }) => id === userId)
    const request = { proof, device, name }
    const entered = await enterBrowser(tokens, policy, brought.own, request, now)
    if (!entered.ok) return entered
    const browser = entered.value
    const asked = {
      ...entrance,
      ...(idle && { isRemembered: idle.isRemembered, notAfter: idle.expiresAt }),
      purpose: "session",
      browserId: browser.token.id,
      proof,
    } as const
    const isRemembered = asked.isRemembered ?? false
    const issued = await issue(tokens, policy, { ...asked, isRemembered }, now)
    if (!issued.ok) return issued
    const session = issued.value.token
    // A browser has one session. A live one ends; an idle one never comes back to life.
    if (previous && !(await tokens.replaceIdle(previous.token.id, now)))
      await endOwnSession(stores, previous.token, "replaced", device.address, now)
    const kept = await keepWithinLimit(tokens, policy, session, proof.role, now)
    if (!kept.ok) return kept

    const left = await renewBrowser(tokens, policy, browser, proof, now)
    if (!left.ok) return left
    if (browser.isNew) await onNewBrowser(stores, session, name, now)
    const by = { userId, address: device.address }
    await audit.append(entryOf(by, { action: "log_in", details: { method, device: name } }))
    const secrets = [left.value.secret, ...brought.others]
    return ok({ issued: issued.value, remembered: { secrets, until: left.value.until } })
  })
}

/** The session that the browser's cookie opened before, no matter whose it was. */
async function previousSession(
  tokens: ActingTokenStore,
  secret: string | null,
): Promise<FoundToken | null> {
  const found = secret ? await tokens.findByHash(hashSecret(secret)) : null
  return found?.token.purpose === "session" ? found : null
}

/** The session that this person comes back to, where it is over for mere inactivity. */
function idleOf(previous: FoundToken | null, userId: string): Token | null {
  if (previous?.owner.id !== userId) return null
  return tokenStatus(previous) === "idle" ? previous.token : null
}
