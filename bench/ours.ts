import { RequestCookies } from "@edge-runtime/cookies"
import { resume, type TokenPolicy } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { type Viewer, viewerOf } from "@/lib/auth/viewer-of"
import { tokenStore } from "@/lib/db/add-on"
import { connect, disconnect } from "@/lib/db/client"
import { poolQuery } from "@/lib/db/query"
import type { Stores } from "@/lib/users/ports/stores"
import type { Check, Team } from "./contender"
import { floor } from "./floor"
import { requestWith, secretOf } from "./sessions"

const hour = 60 * 60_000
/** Longer than a run: the write that falls due once in this time is no part of the check. */
const policy: TokenPolicy = { ...authentication.policy, touchIntervalMs: 24 * hour }

/**
 * What we do, and the least that it could be. Both on one connection: the core on which the kernel puts the server's end
 * of it makes more of a difference than all that we do beyond the least.
 */
export function ours(url: string): Team {
  const connection = connect(url)
  const least = floor(connection.pool)
  const tokens = tokenStore(poolQuery(connection))
  return {
    checks: [
      ...least.checks,
      {
        name: "ours: resume",
        role: "ours",
        prepare: resuming(tokens),
      },
    ],
    gates: [
      ...least.gates,
      {
        name: "ours: getViewer",
        role: "ours",
        prepare(session): Check {
          const headers = requestWith(`${sessionCookieName}=${secretOf(session)}`)
          return async () => (await getViewer(tokens, headers))?.email
        },
      },
    ],
    close: () => disconnect(connection),
  }
}

/** The check of the add-on, by its store or by a cache over that. */
export const resuming = (tokens: Stores["tokens"]) => (session: number) => {
  const secret = secretOf(session)
  return async () => {
    const resumed = await resume(tokens, policy, "session", secret, { touch: false })
    return resumed.ok ? resumed.value.owner.email : null
  }
}

/** What lib/auth/viewer.ts does, with the headers handed in: there is no Next here to ask for them. */
async function getViewer(tokens: Stores["tokens"], headers: Headers): Promise<Viewer | null> {
  const secret = new RequestCookies(headers).get(sessionCookieName)?.value
  if (!secret) return null
  const touch =
    !headers.has("next-router-prefetch") && !/prefetch/.test(headers.get("sec-purpose") ?? "")
  const resumed = await resume(tokens, policy, "session", secret, { touch })
  return resumed.ok ? viewerOf(resumed.value, policy) : null
}
