import { proof } from "./act"

/** Of the part of the security page where a password is changed or set. */
export const password = {
  title: "Change your password",
  setTitle: "Set a password",
  setHint: "You log in with a provider. Adding a password gives you a second way in.",
  ends: "A new password will end {counts}. This device stays logged in.",
  endsNothing: "No other sessions will be ended. This device stays logged in.",
  /** What ends where *Log out my other devices* is ticked, and what ends in any case. */
  endOthersHint: {
    both: "Ends {max}. Keep this ticked if someone else may know your password. Even without this, a new password ends {least}.",
    ticked: "Ends {max}. Keep this ticked if someone else may know your password.",
    unticked:
      "Keep this ticked if someone else may know your password. Even without this, a new password ends {least}.",
    neither: "Keep this ticked if someone else may know your password.",
  },
  mismatch: "The passwords don't match.",
  failures: {
    too_short: "That password is too short. Add another word.",
    too_long: "Use 128 characters or fewer.",
    too_common: "That password is too common. Add another word.",
    too_personal:
      "Your password can't be your email address, your name or this service's name. Choose another.",
    wrong_password: "Your current password is incorrect.",
    same_password: "That's already your password. Choose another.",
    throttled: proof.failures.throttled,
    changed_meanwhile: "Your password was just changed elsewhere. Reload this page.",
  },
  changed: "Password changed.",
} as const

export const passwordForm = {
  change: "Change password",
  set: "Set password",
  current: "Current password",
  endOthers: "Log out my other devices",
} as const

/** The fields in which a new password is typed twice, on every page that has them. */
export const newPassword = {
  new: "New password",
  again: "Confirm new password",
  requirements:
    "At least {minimum, number} characters. A few random words work well. Common passwords aren't allowed.",
} as const
