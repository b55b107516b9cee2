import { words } from "@/lib/texts/words"
import "server-only"
import { setSessionCookie } from "@/lib/auth/cookies/session-cookie"
import { tooMany } from "@/lib/auth/mail-me"
import { enabledProviders } from "@/lib/auth/providers/providers"
import type { ActingViewer } from "@/lib/auth/viewer"
import { parts } from "@/lib/db/parts"
import { mailThrottle } from "@/lib/db/throttles/mail-throttle"
import { done, type FormState, failed } from "@/lib/forms/form-state"
import { requestPasswordReset } from "@/lib/users/account/start-password-reset"
import { prove } from "@/lib/users/log-in/prove"

/**
 * Stands before a sensitive act: null lets it go on, anything else goes back to its form.
 *
 * A person who proved themselves lately goes on at once. Otherwise the act's dialog asks for the password,
 * and the same form submits again, with it in the field `proof`; that rotates the session (ASVS 7.5.2, 7.2.4).
 */
export async function askForProof(viewer: ActingViewer, form: FormData): Promise<FormState | null> {
  if (viewer.isFresh) return null
  if (form.has("mailPassword") && !viewer.hasPassword) return mailFirstPassword(viewer)
  const password = form.get("proof")
  if (typeof password !== "string" || password === "") return asking(viewer)

  const proved = await prove(parts(), viewer.actor, password)
  if (!proved.ok) return asking(viewer, words("proof")(`failures.${proved.failure}`))
  await setSessionCookie(proved.value, viewer.session)
  return null
}

/** For a person without a password: mails a link to set one, which is then their proof. */
async function mailFirstPassword({ email, userId, actor }: ActingViewer): Promise<FormState> {
  const { address } = actor
  const wish = { kind: "password_reset", email, address, askedBy: userId } as const
  const admission = await mailThrottle().admit(wish)
  if (!admission.isAdmitted) return failed(tooMany(admission))
  await requestPasswordReset(parts(), email, address)
  return done(words("proof")("passwordMailed", { email }))
}

async function asking({ userId, hasPassword }: ActingViewer, refusal?: string): Promise<FormState> {
  const linked = hasPassword ? [] : await parts().stores.accounts.list(userId)
  const providers = enabledProviders().filter(({ id }) =>
    linked.some(({ provider }) => provider === id),
  )
  return { status: "prove", ...(refusal && { refusal }), hasPassword, providers }
}
