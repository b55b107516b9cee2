import type { RevocationCount, RevocationReason } from "log-out-everywhere"
import { security } from "@/lib/texts/security"
import { session } from "@/lib/texts/session"

const used = "It has been used already. Each link works once."
const replaced = "A newer link was mailed after this one. Use the latest mail."

/** Why a mailed link does nothing any more. */
const endings: Readonly<Record<RevocationReason | "idle" | "expired" | "ended" | "cut", string>> = {
  used,
  replaced,
  expired: "Its time is over. Links are short-lived on purpose.",
  idle: "Its time is over. Links are short-lived on purpose.",
  cut: "Part of its address is missing. Open it from the email itself, or copy all of it.",
  ended:
    "Open the link from the mail once more, in this browser. If this page comes back, the link is over.",
  log_out: "It was ended.",
  revoked_by_user: "It was taken back.",
  log_out_others: "It ended when the other devices were logged out.",
  log_out_everywhere: "It ended when you logged out everywhere.",
  password_change: "It ended when the password was changed.",
  password_reset: "It ended when the password was reset.",
  reset_by_admin: "It ended when an administrator started a reset of the password.",
  email_change: "It ended when the email address was changed.",
  provider_change: "It ended when a connected log-in was removed.",
  reported: "It ended when a session was reported.",
  session_limit: "It was ended.",
  revoked_by_admin: "An administrator ended it.",
  role_change: "It ended when the role was changed.",
  account_disabled: "The account is disabled.",
}

/** Words of the pages that mailed links lead to, and of those that mail them. */
export const links = {
  endings,
  endedTitle: "This link does not work any more",
  cutTitle: "This link wasn't copied completely",
  signedIn: (person: string) => `You're logged in as ${person}.`,
  goOn: "Continue",
  toLogIn: "To the log-in page",
  askAgain: "Ask for a new link",

  forgot: {
    title: "Choose a new password",
    intro: "Tell us your email, and we mail you a link. It works for 30 minutes.",
    submit: "Mail me a link",
    sent: "If that email belongs to an account, a link is on its way to it. We send at most 3 in 15 minutes: if none arrives, use the latest one you have, or ask again then.",
    back: "Back to log in",
    link: "Forgot your password?",
  },
  magic: {
    offer: "Mail me a log-in link",
    title: "Log in by a link",
    intro: "Tell us your email, and we mail you a link that logs you in. It works for 10 minutes.",
    confirmTitle: "Log in?",
    confirm: (email: string) => `The link logs you in as ${email}, in this browser.`,
    endsOther: (person: string) =>
      `${person} is logged in here now. Logging in by the link logs them out of this browser.`,
    submit: "Log in",
  },
  reset: {
    title: "Choose a new password",
    intro: (email: string) =>
      `For ${email}. It logs out every device, and then you log in with it.`,
    submit: "Set the password",
  },
  invitation: {
    title: "Welcome",
    intro: (email: string) => `Choose a password for ${email}, and then log in with it.`,
    submit: "Set the password",
  },
  passwordSet: "Your password is set. Log in with it.",
  confirmEmail: {
    title: "Confirm your new email",
    intro: (from: string, to: string) =>
      `Once you confirm it, you log in with ${to} instead of ${from}.`,
    effects: {
      none: "Your devices stay logged in.",
      others: "Your other devices are logged out.",
      everywhere: "Every device is logged out: you are not logged in in this browser.",
    },
    undo: "The old address gets a link that undoes the change.",
    submit: "Confirm the new email",
    done: security.notices.email_changed,
  },
  undoEmail: {
    title: "Undo the change of email",
    intro: (from: string, to: string) => `Your account gets ${to} back instead of ${from}.`,
    effect:
      "Every device is logged out, the password stops working, and log-ins that were connected in the days before the change, or since, are removed. We mail you a link to choose a new password.",
    submit: "Undo the change",
    done: (ended: RevocationCount) =>
      `${session.alsoEnded("Your account has its email back.", ended)} A link to choose a new password is on its way to it.`,
  },
  report: {
    title: "This was not you?",
    intro: "Somebody logged in to your account:",
    unknown: "That session is not in our list any more.",
    effect:
      "We mail you a link to choose a new password as well. Ending everything also removes log-ins that were connected since.",
    submit: "Report it",
    one: "Log out that device",
    everywhere: "Log out everywhere",
    done: (ended: RevocationCount) =>
      `${session.whatEnded(ended)} A link to choose a new password is on its way to you.`,
  },
  emailTaken: "Another account has that email by now.",
  other:
    "Another link was opened in this browser since, so nothing was done. Open the link that you want once more.",
  over: "This link does not work any more. Ask for a new one.",
}
