import { isFresh, type Resumed, type Token, type TokenPolicy } from "log-out-everywhere"
import type { Role } from "@/lib/names/role"
import type { SessionOwner } from "@/lib/users/ports/stores"

/** The person and the session behind this request. */
export interface Viewer {
  readonly userId: string
  readonly email: string
  readonly name: string | null
  readonly image: string | null
  readonly role: Role
  readonly isAdmin: boolean
  readonly hasPassword: boolean
  readonly session: Token
  /** Proved who they are recently enough for a sensitive act. */
  readonly isFresh: boolean
  /** For how long yet. */
  readonly freshForMs: number
  /** The database's clock at the check. */
  readonly now: Date
}

/** Without Next, so that the bench measures it as it is. */
export function viewerOf(
  { token, owner, now }: Resumed<SessionOwner>,
  policy: TokenPolicy,
): Viewer {
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
    freshForMs: policy.freshForMs - (+now - +token.provedAt),
    now,
  }
}
