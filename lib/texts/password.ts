import type { RevocationCount } from "log-out-everywhere"
import { proof } from "@/lib/texts/proof"
import { session } from "@/lib/texts/session"

export const password = {
  title: "Change your password",
  setTitle: "Set a password",
  change: "Change password",
  set: "Set password",
  setHint: "You log in through a provider so far. With a password you have a second way in.",
  current: "Current password",
  new: "New password",
  again: "New password again",
  requirements: (minimum: number) =>
    `At least ${minimum} characters. Any characters will do; a few random words are easy to remember. Common passwords are refused.`,

  ends: (ending: RevocationCount) => {
    const counts = session.counts(ending)
    return counts
      ? `A new password ends ${counts}. This device stays logged in.`
      : "A new password ends nothing else now. This device stays logged in."
  },
  endOthers: "Log out my other devices",
  /** What ends where this is ticked, and what ends in any case. */
  endOthersHint: (ticked: RevocationCount, unticked: RevocationCount) => {
    const [most, least] = [session.counts(ticked), session.counts(unticked)]
    const ends = most && `Ends ${most}. `
    const inAnyCase = least && ` Without it, a new password still ends ${least}.`
    return `${ends}Keep this ticked if somebody else may know your password.${inAnyCase}`
  },

  mismatch: "The two new passwords are not the same.",
  failures: {
    too_short: "That password is too short.",
    too_long: "That password is too long: 128 characters are the most.",
    too_common: "That password is one of those that are guessed first. Choose another.",
    too_personal:
      "That is your email, your name or the name of this service. Choose something else.",
    wrong_password: "That is not your current password.",
    same_password: "That is your current password. Choose another.",
    throttled: proof.failures.throttled,
    changed_meanwhile: "Your password was just changed elsewhere. Load this page again.",
  },

  changed: (ended: RevocationCount) => session.alsoEnded("Password changed.", ended),
}
