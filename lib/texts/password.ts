import { counted } from "@/lib/texts/format"

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

  endsOthers:
    "Changing it logs out your other devices and ends every pending link. This device stays logged in.",
  endOthers: "Log out my other devices",
  endOthersHint: "Keep this ticked if somebody else may know your password.",

  mismatch: "The two new passwords are not the same.",
  failures: {
    too_short: "That password is too short.",
    too_long: "That password is too long: 128 characters are the most.",
    too_common: "That password is one of those that are guessed first. Choose another.",
    too_personal: "That is your email. Choose something else.",
    wrong_password: "That is not your current password.",
    throttled: "Too many attempts in this session. Log out, log in again, and then go on.",
    changed_meanwhile: "Your password was just changed elsewhere. Load this page again.",
  },

  changed: (devices: number) =>
    devices === 0 ? "Password changed." : `Password changed. ${loggedOut(devices)}`,
}

const loggedOut = (devices: number) =>
  counted(devices, {
    one: "# other device was logged out.",
    other: "# other devices were logged out.",
  })
