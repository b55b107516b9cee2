import { fail, ok, type Result } from "log-out-everywhere"
import { asActor } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import type { Actor } from "@/lib/users/ports/user"

/** What a row of a list has room for. */
export const maxBrowserNameLength = 60

/** What a person calls one of their known browsers; without a name it is called what its user agent says. */
export interface NamedBrowser {
  readonly browserId: string
  readonly name: string
}

export function nameBrowser(
  parts: Pick<Parts, "transact">,
  actor: Actor,
  { browserId, name }: NamedBrowser,
): Promise<Result<null, "not_known" | "session_ended">> {
  return asActor(parts, actor, async ({ browsers, audit }) => {
    if (!(await browsers.setName(actor.userId, browserId, name))) return fail("not_known")
    await audit.append(entryOf(actor, { action: "name_browser", details: { token: browserId } }))
    return ok(null)
  })
}
