import "server-only"
import {
  fail,
  idleAfter,
  isFresh,
  lifetimeOf,
  looksLikeApiSecret,
  type Resumed,
  resume,
  type Token,
} from "log-out-everywhere"
import { readSessionCookie } from "@/lib/auth/cookies/session-cookie"
import { isAnothersMark } from "@/lib/auth/rendered-for"
import { factsOf } from "@/lib/auth/request-facts"
import { resumeSession } from "@/lib/auth/sessions"
import { parts } from "@/lib/db/parts"
import { countRefusedBearer } from "@/lib/db/throttles/bearer-throttle"
import { renderedForHeader } from "@/lib/rendered-for"
import { settings } from "@/lib/settings"
import type { SessionOwner } from "@/lib/users/ports/stores"
import type { Actor } from "@/lib/users/ports/user"
import { bearerOf } from "./bearer"
import { isFromOurOrigin, isSafe } from "./origin"
import { problem } from "./problem"

/** The user behind a request, and the token: a session in the cookie, or an API token in the header. */
export interface Caller {
  readonly owner: SessionOwner
  readonly token: Token
  readonly purpose: "session" | "api"
  readonly actor: Actor
  /** A session proved who it is lately; an API token was made with proof, and opens nothing. */
  readonly isProved: boolean
  /** The database's clock at the check. */
  readonly now: Date
}

/** The one way into the API: the owner of a live token, or the answer to a request without one. */
export async function authenticate(request: Request): Promise<Caller | Response> {
  const bearer = bearerOf(request.headers.get("authorization"))
  switch (bearer.kind) {
    case "malformed":
      return problem("invalid_request", {
        headers: { "WWW-Authenticate": 'Bearer error="invalid_request"' },
      })
    case "secret":
      return byApiToken(request, bearer.secret)
    case "none":
      return bySession(request)
  }
}

/** What is not made like a secret of ours is refused without a look into the database. */
async function byApiToken({ headers }: Request, secret: string): Promise<Caller | Response> {
  const { address } = factsOf(headers).device
  const { stores, policy } = parts()
  const resumed = looksLikeApiSecret(secret)
    ? await resume(stores.tokens, policy, "api", secret, { touch: true })
    : fail("unknown")
  if (!resumed.ok) return refuseBearer(address)

  const { token, owner, now } = resumed.value
  // Also within a minute of its issue: in the list the token must not look unused.
  if (+token.lastActiveAt === +token.issuedAt) {
    await stores.tokens.touch(token.id, now, idleAfter(lifetimeOf(policy, token, owner), now))
  }
  return { ...callerOf(resumed.value, address), purpose: "api", isProved: true }
}

async function refuseBearer(address: string | null): Promise<Response> {
  const waitMs = await countRefusedBearer(address)
  if (waitMs === 0) return problem("invalid_token")
  const seconds = Math.min(Math.ceil(waitMs / 1_000), maxWaitS)
  return problem("throttled", { headers: { "Retry-After": String(seconds) } })
}

const maxWaitS = 15 * 60

/** Reading does not touch: a page that asks again and again must still go idle. */
async function bySession({ method, headers }: Request): Promise<Caller | Response> {
  const secret = await readSessionCookie()
  if (!secret) return problem("unauthenticated")
  const isAct = !isSafe(method)
  if (isAct && !isFromOurOrigin(headers, settings().authUrl.origin)) {
    return problem("foreign_origin")
  }
  const resumed = await resumeSession(secret, { touch: isAct })
  if (!resumed) return problem("unauthenticated")
  const { token, owner, now } = resumed
  if (isAct && isAnothersMark(headers.get(renderedForHeader), { userId: owner.id })) {
    return problem("stale_page")
  }
  const isProved = isFresh(token, parts().policy, now)
  return { ...callerOf(resumed, factsOf(headers).device.address), purpose: "session", isProved }
}

const callerOf = ({ token, owner, now }: Resumed<SessionOwner>, address: string | null) => ({
  owner,
  token,
  now,
  actor: { userId: owner.id, tokenId: token.id, address },
})
