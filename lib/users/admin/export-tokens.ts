import { ok, type Result } from "log-out-everywhere"
import type { TokenQuery } from "@/lib/names/token-filter"
import { asAdministrator } from "@/lib/users/acting"
import { filterInWords } from "@/lib/users/admin/sweep/filter-in-words"
import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import type { Actor } from "@/lib/users/ports/user"

/** Writes down what an administrator is about to take away as a file, before its first line. */
export function noteExport(
  parts: Pick<Parts, "transact">,
  by: Actor,
  { query, format, count }: { query: TokenQuery; format: string; count: number },
): Promise<Result<string, "session_ended">> {
  return asAdministrator(parts, by, async ({ audit }) => {
    const details = { filter: filterInWords(query), format }
    const act = { action: "export_sessions", targetId: null, count, details } as const
    return ok(await audit.append(entryOf(by, act)))
  })
}
