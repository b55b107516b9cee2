import type { IssueTo } from "../acts/act.ts"
import type { LogOutEverywhere } from "../acts/log-out-everywhere.ts"
import type { TokenOwner } from "../core/token.ts"

/** Makes the session of a log-in and ends the one that the browser had before, together or not at all. */
export function issueReplacing<Owner extends TokenOwner, Tx>(
  loe: Pick<LogOutEverywhere<Owner, Tx>, "store" | "in">,
  request: IssueTo,
  secret: string | null,
) {
  return loe.store.transact(async (_, __, tx) => {
    const acts = loe.in(tx)
    const issued = await acts.issue(request)
    if (issued.ok && secret) await acts.logOut(secret, { reason: "replaced" })
    return issued
  })
}
