import { type EndedToken, ok, type Result } from "log-out-everywhere"
import { asAdministrator } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import type { Actor } from "@/lib/users/ports/user"

/** Ends the sessions of any users that an administrator chose. The one in which they act is spared. */
export function revokeSelected(
  parts: Pick<Parts, "transact">,
  by: Actor,
  tokenIds: readonly string[],
): Promise<Result<readonly EndedToken[], "session_ended">> {
  return asAdministrator(parts, by, async ({ everyonesTokens, audit }, now) => {
    const reason = "revoked_by_admin"
    const revocation = { at: now, reason, by: by.userId } as const
    const ended = await everyonesTokens.revoke(tokenIds, by.tokenId, revocation)
    if (ended.length > 0) {
      const told = { reason, count: ended.length, ...groupByOwner(ended) } as const
      await audit.append(entryOf(by, { action: "revoke_selected", ...told }))
    }
    return ok(ended)
  })
}

/** One person is the target of the act; several are named in its details, by which the log finds them. */
function groupByOwner(ended: readonly EndedToken[]) {
  const sessions = ended.map(({ id }) => id)
  const people = [...new Set(ended.map(({ userId }) => userId))]
  const [only, ...others] = people
  if (only !== undefined && others.length === 0) return { targetId: only, details: { sessions } }
  return { targetId: null, details: { sessions, people } }
}
