import { type RevocationCount, tokenPurposes } from "log-out-everywhere"
import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import { countEnded } from "./count-ended"

export interface EndedAfterRestore {
  /** Null where nobody could count. */
  readonly ended: RevocationCount | null
  /** Mailed links of those who have no account yet. */
  readonly signUpLinks: number
}

/**
 * Ends every token there is, of every purpose and of everyone: for a database that came out of a backup,
 * in which tokens live again that had ended since.
 */
export async function endAfterRestore(
  parts: Pick<Parts, "stores" | "transact">,
): Promise<EndedAfterRestore> {
  const { generations, signUpLinks } = await parts.transact(
    async ({ users, everyonesTokens, audit }) => {
      await users.lockAdministrators()
      const generations = await everyonesTokens.raiseGenerations(tokenPurposes, null, null)
      const signUpLinks = await everyonesTokens.forgetSignUpLinks()
      const details = { purposes: tokenPurposes, signUpLinks }
      await audit.append(
        entryOf(null, { action: "end_after_restore", scope: "everywhere", details }),
      )
      return { generations, signUpLinks }
    },
  )
  return { ended: await countEnded(parts, null, generations), signUpLinks }
}
