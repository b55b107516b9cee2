import { fail, type Issued, issue, ok, type Result, type Token } from "log-out-everywhere"
import { asActor, asAdministrator } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import { type NamedToken, revokeOne } from "@/lib/users/log-in/log-out"
import { deviceFacts } from "@/lib/users/ports/outbox"
import type { Parts } from "@/lib/users/ports/parts"
import type { Actor } from "@/lib/users/ports/user"
import type { apiTokenDays } from "./api-token-choice"

/** Live ones that a person may have at once. */
export const maxApiTokens = 50

export interface NewApiToken {
  readonly name: string
  readonly days: (typeof apiTokenDays)[number]
  /** What the mail to the owner calls the browser: "Firefox on Linux". */
  readonly browser: string
}

/** The session in which an API token is made. */
export type MakingSession = Pick<Token, "epoch" | "method" | "device">

const dayMs = 86_400_000

/**
 * Makes a secret that a person's programs keep, and mails the person that it was made.
 *
 * It bears the epoch of the session that asked: a person who logs out everywhere meanwhile gets none.
 */
export function issueApiToken(
  parts: Pick<Parts, "transact" | "policy">,
  actor: Actor,
  { epoch, method, device }: MakingSession,
  { name, days, browser }: NewApiToken,
): Promise<Result<Issued, "too_many" | "changed_meanwhile" | "session_ended">> {
  return asActor(parts, actor, async ({ tokens, audit, outbox }, now, person) => {
    const { userId, address } = actor
    const { api: held = 0 } = await tokens.countLive(userId)
    if (held >= maxApiTokens) return fail("too_many")

    const proof = { userId, epoch, role: person.role, method }
    const notAfter = new Date(+now + days * dayMs)
    const request = { purpose: "api", proof, device, isRemembered: false, name, notAfter } as const
    const issued = await issue(tokens, parts.policy, request, now)
    if (!issued.ok) return issued
    const details = { token: issued.value.token.id }
    await audit.append(entryOf(actor, { action: "make_api_token", details }))
    const facts = { ...deviceFacts(browser, address, now), name }
    await outbox.add({ kind: "api_token_made", to: person.email, facts })
    return ok(issued.value)
  })
}

/** Ends one of the person's own API tokens. One that ended before, or another's, counts 0. */
export function revokeApiToken(
  parts: Pick<Parts, "transact">,
  actor: Actor,
  id: string,
): Promise<Result<number, "session_ended">> {
  const token = { id, userId: actor.userId, purpose: "api" } as const
  return asActor(parts, actor, async (stores, now) =>
    ok(await revokeOne(stores, actor, token, "revoke_api_token", now)),
  )
}

/** Ends one token of anybody's, whatever its purpose: an administrator's act. */
export function revokeToken(
  parts: Pick<Parts, "transact">,
  by: Actor,
  token: NamedToken,
): Promise<Result<number, "session_ended">> {
  return asAdministrator(parts, by, async (stores, now) =>
    ok(await revokeOne(stores, by, token, "revoke_token", now)),
  )
}
