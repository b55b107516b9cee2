import "server-only"
import type { LogIn } from "log-out-everywhere/next-auth"
import { cookies } from "next/headers"
import type { NextRequest } from "next/server"
import type { Account, Profile } from "next-auth"
import { tripOf } from "@/lib/auth/cookies/trip-cookie"
import type { LogInFailure } from "@/lib/auth/log-in-failure"
import { isVouchedFor, parseNewcomer } from "@/lib/auth/providers/provider-profile"
import { logRefusedLogIn, refuseLogIn } from "@/lib/auth/refused-log-in"
import { requestFacts } from "@/lib/auth/request-facts"
import { parts } from "@/lib/db/parts"
import { admitLogIn } from "@/lib/db/throttles/log-in-throttle"
import { signUpUser } from "@/lib/users/log-in/sign-up-user"
import type { Credential } from "@/lib/users/ports/user"
import { finishIntent } from "./finish-intent"
import { readIntent } from "./provider-intent"

/**
 * NextAuth's `signIn` callback: true lets the log-in go on, a path sends the browser there without one.
 *
 * A person without an account is refused, unless sign-up is open and the address is theirs: an account
 * that somebody opens with another's address would wait there for its owner. A person who is logged in and came to
 * link a provider, or to prove who they are, gets that done here, and no second session.
 */
export async function admit(
  { account, profile }: LogIn["arrival"],
  request: NextRequest | undefined,
): Promise<boolean | string> {
  if (!account) return false
  if (account.type === "credentials") return true
  const jar = await cookies()
  const intent = request && (await readIntent(tripOf({ nextUrl: request.nextUrl, cookies: jar })))
  if (intent) return finishIntent(intent, account)

  const { provider, providerAccountId } = account
  const owner = await parts().stores.accounts.findOwner({ provider, providerAccountId })
  const failure = owner ? await admitOwner(owner, account) : await admitNewcomer(account, profile)
  if (!failure) return true
  const { device } = await requestFacts()
  const refused = { method: provider, userId: owner?.userId ?? null, device }
  if (["no_account", "unusable_profile"].includes(failure)) await refuseLogIn(failure, refused)
  else logRefusedLogIn(failure, provider, device)
  return `/login?error=${failure}`
}

async function admitOwner(
  { userId, isDisabled }: Pick<Credential, "userId" | "isDisabled">,
  { provider }: Account,
): Promise<LogInFailure | null> {
  if (isDisabled) return "no_account"
  return (await admitLogIn(userId, provider)) ? null : "throttled"
}

/** Makes the person with the account that they came by, which NextAuth then finds: together or not at all. */
async function admitNewcomer(
  arrived: Account,
  profile: Profile | undefined,
): Promise<LogInFailure | null> {
  if (!isVouchedFor(profile) || !parts().isSignUpOpen()) return "no_account"
  const newcomer = parseNewcomer(arrived, profile)
  if (!newcomer) return "unusable_profile"
  const { account, ...stranger } = newcomer
  const { device } = await requestFacts()
  const signUp = { method: arrived.provider, address: device.address, account }
  // An address that somebody has, and one that somebody may still take back, are refused alike.
  return (await signUpUser(parts(), stranger, signUp)).ok ? null : "not_linked"
}
