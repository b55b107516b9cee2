import "server-only"
import { type FoundToken, fail, hashSecret, ok, type Result, tokenStatus } from "log-out-everywhere"
import { isCutLink, readLink } from "@/lib/auth/cookies/link-cookie"
import { parts } from "@/lib/db/parts"
import type { LinkPurpose } from "@/lib/users/mailed-link"
import type { SessionOwner } from "@/lib/users/ports/stores"
import type { Ending } from "./ended-session"

/** Why a link opens nothing. `cut`: some of it is missing. */
export type LinkEnding = Ending | "cut"

/** What stands behind the link that this browser opened. Looking consumes nothing. */
export async function openedLink(
  purpose: LinkPurpose,
): Promise<Result<FoundToken<SessionOwner>, LinkEnding>> {
  if (await isCutLink(purpose)) return fail("cut")
  const secret = await readLink(purpose)
  return linkBehind(purpose, secret === "" ? null : hashSecret(secret))
}

export async function linkBehind(
  purpose: LinkPurpose,
  hash: ReturnType<typeof hashSecret> | null,
): Promise<Result<FoundToken<SessionOwner>, Ending>> {
  const found = hash && (await parts().stores.tokens.findByHash(hash))
  if (found?.token.purpose !== purpose) return fail("ended")
  const status = tokenStatus(found)
  if (status === "active") return ok(found)
  return fail(status === "revoked" ? (found.token.revocation?.reason ?? "ended") : status)
}
