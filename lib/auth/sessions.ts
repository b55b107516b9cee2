import "server-only"
import { logOutEverywhere, type Resumed, resume } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { tokenStore } from "@/lib/db/add-on"
import { keptSessions } from "@/lib/db/live"
import { parts } from "@/lib/db/parts"
import { poolQuery } from "@/lib/db/query"
import { errorFacts } from "@/lib/error-facts"
import { log } from "@/lib/log"
import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import type { SessionOwner, Stores } from "@/lib/users/ports/stores"
import { requestFacts } from "./request-facts"

/** The add-on on the app's own stores: what its door for NextAuth works with. */
export const loe = loeOn({
  // Asked when a statement runs, so that building needs no settings.
  tokens: tokenStore((...asked) => poolQuery()(...asked)),
  transact: (work) => parts().transact(work),
})

type SessionParts = Pick<Stores, "tokens"> & Pick<Parts, "transact">

export function loeOn({ tokens, transact }: SessionParts) {
  return logOutEverywhere<SessionOwner, Stores>({
    authentication,
    store: {
      tokens,
      in: ({ tokens }) => tokens,
      transact: (work) => transact((stores, now) => work(stores.tokens, now, stores)),
    },
    onTouchFailed,
    // NextAuth's log-out is the one act of the door's own: the app begins sessions itself.
    async onAct({ audit }, act) {
      if (act.kind !== "ended" || act.scope !== "one") return
      const { address } = (await requestFacts()).device
      const { by: userId, owner, reason, scope } = act
      const told = { targetId: owner.id, reason, scope, count: 1 }
      await audit.append(entryOf({ userId, address }, { action: "log_out", ...told }))
    },
  })
}

function onTouchFailed(error: unknown) {
  log().warn({ error: errorFacts(error) }, "touch failed")
}

/**
 * The one judgement of every request that brings a session's secret. An outage throws: it is no log-out.
 *
 * `mayBeKept`: the answer may be one that this process has kept, if the operator wants that.
 */
export async function resumeSession(
  secret: string | null,
  { touch, mayBeKept = false }: { readonly touch: boolean; readonly mayBeKept?: boolean },
): Promise<Resumed<SessionOwner> | null> {
  if (!secret) return null
  const tokens = mayBeKept ? keptSessions() : loe.store.tokens
  const resumed = await resume(tokens, loe.policy, "session", secret, { touch, onTouchFailed })
  return resumed.ok ? resumed.value : null
}
