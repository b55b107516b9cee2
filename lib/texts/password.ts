import type { RevocationCount } from "log-out-everywhere"
import { proof } from "@/lib/texts/proof"
import { session } from "@/lib/texts/session"

export const password = {
  title: "Change your password",
  setTitle: "Set a password",
  change: "Change password",
  set: "Set password",
  setHint: "You log in with a provider. Adding a password gives you a second way in.",
  current: "Current password",
  new: "New password",
  again: "Confirm new password",
  requirements: (minimum: number) =>
    `At least ${minimum} characters. A few random words work well. Common passwords aren't allowed.`,

  ends: (ending: RevocationCount) => {
    const counts = session.counts(ending)
    return counts
      ? `A new password will end ${counts}. This device stays logged in.`
      : "No other sessions will be ended. This device stays logged in."
  },
  endOthers: "Log out my other devices",
  /** What ends where this is ticked, and what ends in any case. */
  endOthersHint: (ticked: RevocationCount, unticked: RevocationCount) => {
    const [max, least] = [session.counts(ticked), session.counts(unticked)]
    const ends = max && `Ends ${max}. `
    const inAnyCase = least && ` Even without this, a new password ends ${least}.`
    return `${ends}Keep this ticked if someone else may know your password.${inAnyCase}`
  },

  mismatch: "The passwords don't match.",
  failures: {
    too_short: "That password is too short.",
    too_long: "Use 128 characters or fewer.",
    too_common: "That password is too common. Choose another.",
    too_personal:
      "Your password can't be your email address, your name or this service's name. Choose another.",
    wrong_password: "Your current password is incorrect.",
    same_password: "That's already your password. Choose another.",
    throttled: proof.failures.throttled,
    changed_meanwhile: "Your password was just changed elsewhere. Reload this page.",
  },

  changed: (ended: RevocationCount) => session.alsoEnded("Password changed.", ended),
}
