import { issue, rotate } from "../core/lifecycle.ts"
import { fail } from "../core/result.ts"
import { isFull, keepWithinLimit } from "../core/session-limit.ts"
import type { TokenOwner } from "../core/token.ts"
import type { Acts } from "./acts.ts"
import { acting, type Workings } from "./workings.ts"

/** The acts that hand out a secret. */
export function issuingOn<Owner extends TokenOwner>({
  tokens,
  authentication: { policy },
  tell,
  refuse,
}: Workings<Owner>): Pick<Acts, "issue" | "rotate"> {
  return {
    async issue({ userId, method, mark, isRemembered = false, ...request }) {
      const { purpose } = request
      const refused = async <Failure extends "changed_meanwhile" | "too_many_sessions">(
        failure: Failure,
      ) => {
        await refuse({ of: "issue", failure, purpose, userId, tokenId: null })
        return fail(failure)
      }
      // Of two log-ins at once, the second counts what the first has made.
      const counting = purpose === "session" && policy.maxSessions ? acting(tokens) : null
      await counting?.lockOwner(userId)
      const found = await tokens.findOwner(userId)
      if (!found) return refused("changed_meanwhile")

      const { owner, now: at } = found
      if (counting && (await isFull(counting, policy, owner))) return refused("too_many_sessions")
      const proof = { userId, epoch: owner.epoch, role: owner.role, method, mark }
      const issued = await issue(tokens, policy, { ...request, proof, isRemembered }, at)
      if (!issued.ok) return refused(issued.failure)
      const { token } = issued.value
      if (counting) await keepWithinLimit(counting, policy, token, owner.role, at)
      await tell({ kind: "issued", owner, at, token })
      return issued
    },

    async rotate({ id: tokenId, userId }, oldSecret) {
      const found = await tokens.findOwner(userId)
      const rotated = found && (await rotate(tokens, tokenId, oldSecret, found.now))
      if (!found || !rotated?.ok) {
        const failure = "changed_meanwhile"
        await refuse({ of: "rotate", failure, purpose: "session", userId, tokenId })
        return fail(failure)
      }
      await tell({ kind: "rotated", owner: found.owner, at: found.now, tokenId })
      return rotated
    },
  }
}
