import { RequestCookies } from "@edge-runtime/cookies"
import { authentication } from "@/authentication"
import { sessionCookieName } from "@/lib/auth/session-cookie"
import { connect, disconnect } from "@/lib/db/client"
import { storesOn } from "@/lib/db/stores"
import { isFresh, resume, type TokenPolicy } from "@/lib/tokens"
import type { Team } from "./contender"
import { requestWith, secretOf } from "./sessions"

/** A run lasts longer than the touch interval; the write that falls due once in it is not the check. */
const policy: TokenPolicy = { ...authentication.policy, touchIntervalMs: 24 * 60 * 60_000 }

export function ours(url: string): Team {
  const connection = connect(url)
  const { tokens } = storesOn(connection)
  return {
    check: [
      {
        name: "ours: resume",
        role: "ours",
        prepare(session) {
          const secret = secretOf(session)
          return async () => {
            const resumed = await resume(tokens, policy, "session", secret, { touch: false })
            return resumed.ok ? resumed.value.owner.email : null
          }
        },
      },
    ],
    gate: [
      {
        name: "ours: getViewer",
        role: "ours",
        prepare(session) {
          const headers = requestWith(`${sessionCookieName}=${secretOf(session)}`)
          return async () => (await viewerOf(headers))?.email
        },
      },
    ],
    close: () => disconnect(connection),
  }

  /** As `getViewer` does it, with the request's headers from here, since there is no Next around. */
  async function viewerOf(headers: Headers) {
    const secret = new RequestCookies(headers).get(sessionCookieName)?.value
    if (!secret) return null
    const touch =
      !headers.has("next-router-prefetch") && !/prefetch/.test(headers.get("sec-purpose") ?? "")
    const resumed = await resume(tokens, policy, "session", secret, { touch })
    if (!resumed.ok) return null
    const { token, owner, now } = resumed.value
    return {
      userId: owner.id,
      email: owner.email,
      name: owner.name,
      image: owner.image,
      role: owner.role,
      isAdmin: owner.role === "admin",
      hasPassword: owner.hasPassword,
      session: token,
      isFresh: isFresh(token, policy, now),
      now,
    }
  }
}
