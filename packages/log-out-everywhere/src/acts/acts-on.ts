import { fail } from "../core/result.ts"
import type { TokenOwner } from "../core/token.ts"
import type { ActsIn } from "./acts.ts"
import { endingOn } from "./ending.ts"
import { issuingOn } from "./issuing.ts"
import { acting, type Workings } from "./workings.ts"

/** The acts, on a store that is bound to one transaction. */
export function actsOn<Owner extends TokenOwner>(workings: Workings<Owner>): ActsIn {
  const { tokens, refuse } = workings
  const [{ issue, rotate }, ending] = [issuingOn(workings), endingOn(workings)]
  return {
    ...ending,
    rotate,
    async issue({ replaces, ...request }) {
      const issued = await issue(request)
      if (issued.ok && replaces) await ending.logOut(replaces, { reason: "replaced" })
      return issued
    },
    async asActor({ id: tokenId, userId }, work) {
      const store = acting(tokens)
      if (!store) throw new Error(noLocks)
      await store.lockOwner(userId)
      if (await store.hold(tokenId)) return work()
      await refuse({ of: "act", failure: "session_ended", purpose: "session", userId, tokenId })
      return fail("session_ended")
    },
  }
}

const noLocks =
  "`asActor` locks the owner and holds the session, and this store can do neither: give it `lockOwner` and `hold` (`ActingTokenStore`)."
