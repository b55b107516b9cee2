import type { RevocationReason } from "log-out-everywhere"
import { security } from "./security"

const used = "It has already been used. Each link works only once."
const replaced = "We sent a newer link. Use the one in the latest email."

/** Why a mailed link does nothing any more. */
const endings = {
  used,
  replaced,
  expired: "It has expired. For your security, links don't last long.",
  idle: "It has expired. For your security, links don't last long.",
  cut: "Part of its address is missing. Open it from the email itself, or copy all of it.",
  ended:
    "Open the link from the email again in this browser. If you still see this page, the link no longer works.",
  log_out: "It was ended.",
  revoked_by_user: "It was cancelled.",
  log_out_others: "It ended when the other devices were logged out.",
  log_out_everywhere: "It ended when you logged out everywhere.",
  password_change: "It ended when the password was changed.",
  password_reset: "It ended when the password was reset.",
  reset_by_admin: "It ended when an administrator sent a password reset.",
  email_change: "It ended when the email address was changed.",
  provider_change: "It ended when a connected login was removed.",
  reported: "It ended when a session was reported.",
  session_limit: "It was ended.",
  revoked_by_admin: "An administrator ended it.",
  role_change: "It ended when the role was changed.",
  account_disabled: "The account is disabled.",
} as const satisfies Record<RevocationReason | "idle" | "expired" | "ended" | "cut", string>

/** Words of the pages that mailed links lead to, and of those that mail them. */
export const links = {
  endings,
  endedTitle: "This link no longer works",
  cutTitle: "This link wasn't copied completely",
  signedIn: "You're logged in as {person}.",
  continue: "Continue",
  toLogIn: "Go to the login page",
  askAgain: "Ask for a new link",

  forgot: {
    title: "Reset your password",
    intro: "Enter your email and we'll send you a link. It expires in {lasts}.",
    back: "Back to log in",
    link: "Forgot your password?",
  },
  magic: {
    offer: "Email me a login link",
    title: "Log in with an email link",
    intro: "Enter your email and we'll send you a link that logs you in. It expires in {lasts}.",
    confirmTitle: "Log in?",
    confirm: "You'll be logged in as {email} in this browser.",
    endsOther:
      "{person} is logged in here now. Logging in with the link logs them out of this browser.",
    submit: "Log in",
  },
  reset: {
    title: "Choose a new password",
    intro: "For {email}. All your devices will be logged out; then log in with the new password.",
    submit: "Set password",
  },
  invitation: {
    title: "Welcome",
    intro: "Choose a password for {email} to get started.",
    submit: "Set password",
  },
  passwordSet: "Password set. You can now log in.",
  confirmEmail: {
    title: "Confirm your new email",
    intro: "Once you confirm it, you'll log in with {to} instead of {from}.",
    effects: {
      none: "Your devices stay logged in.",
      others: "Your other devices will be logged out.",
      everywhere: "You're not logged in in this browser, so all your devices will be logged out.",
    },
    undo: "We'll send the old address a link to undo this.",
    submit: "Confirm new email",
    done: security.notices.email_changed,
  },
  undoEmail: {
    title: "Undo the email change",
    intro: "Your email will change back from {from} to {to}.",
    effect:
      "All your devices will be logged out, your password will stop working, and logins connected shortly before the change, or since then, will be removed. We'll email you a link to reset your password.",
    submit: "Undo the change",
    done: "Your email has been changed back.",
    next: "We've sent it a link to reset your password.",
  },
  report: {
    title: "Wasn't you?",
    intro: "Someone logged in to your account:",
    unknown: "That session is no longer in our records.",
    effect:
      "We'll also email you a link to reset your password. Logging out everywhere also removes logins connected since then.",
    submit: "Report it",
    one: "Log out that device",
    everywhere: "Log out everywhere",
    next: "We've sent you a link to reset your password.",
  },
  emailTaken: "Another account now uses that email.",
  other:
    "You've since opened another link in this browser, so nothing was changed. Open the one you want again.",
  over: "This link no longer works. Ask for a new one.",
} as const

/** Of the form that asks for an email address, to mail something there. */
export const mailMe = {
  email: "Email",
  submit: "Email me a link",
} as const
