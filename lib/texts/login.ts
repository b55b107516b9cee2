import type { Role } from "@/lib/names/role"
import { links } from "@/lib/texts/links"

/** Why the session of the browser's cookie is over. */
const endings = {
  log_out: null,
  replaced: null,
  used: null,
  ended: "Your last session here is over.",
  idle: "You were logged out because this device was not used for some time.",
  expired: "You were logged out because this session reached its time limit.",
  revoked_by_user: "This device was logged out from another of your devices.",
  log_out_others: "This device was logged out from another of your devices.",
  // Also in a new tab of the browser in which it was done.
  log_out_everywhere: "You logged out everywhere, and this device was logged out with it.",
  password_change: "Your password was changed, and this device was logged out with it.",
  password_reset: "Your password was reset by a link from your mailbox.",
  reset_by_admin: "An administrator started a reset of your password.",
  email_change: "Your email address was changed.",
  provider_change: "A connected log-in was removed, and this device was logged out with it.",
  reported: "This session was reported as not yours.",
  session_limit: "You had too many sessions, and this one had been unused the longest.",
  revoked_by_admin: "An administrator ended this session.",
  everyone_logged_out: "An administrator logged everyone out.",
  role_change: "Your role was changed. Log in again to go on with it.",
  account_disabled: "An administrator disabled this account.",
}

const groups: Record<Role, string> = { user: "Users", admin: "Administrators" }

export const login = {
  welcomeBack: "Welcome back",
  returning: (person: string) =>
    `Your session here was unused for a while. Log in again as ${person}.`,
  notYou: "Not you? Log in as someone else",
  title: "Log in",
  heading: "Log in to your account",
  email: "Email",
  password: "Password",
  remember: "Keep me logged in",
  rememberHint: (neverKept: readonly Role[]) =>
    [
      "Leave this off on a device that others use.",
      ...neverKept.map((role) => `${groups[role]} aren\u2019t kept logged in.`),
    ].join(" "),
  submit: "Log in",
  or: "or",
  singleSignOn: "Single sign-on",
  withProvider: (provider: string) => `Continue with ${provider}`,
  endings,

  alreadyIn: (person: string) => `You are logged in as ${person}.`,
  goOn: "Continue",
  orSomeoneElse: "Or log in as someone else. That ends the session here.",

  failures: {
    link_ended: links.over,
    wrong_credentials: "The email or the password is not right.",
    throttled:
      "Too many attempts. Wait 15 minutes, then try again, or log in with an emailed link, which works right away.",
    changed_meanwhile: "Your account changed just now. Log in again.",
    too_many_sessions:
      "You are logged in on as many devices as are allowed. Log out one of them first.",
    no_account: "There is no account for that log-in here. Ask an administrator for one.",
    unusable_profile:
      "The provider didn't send an email address and an account number that we can use. Log in another way, or ask your provider.",
    not_linked:
      "That log-in is not connected to an account here. Log in with your password, then connect it under Security.",
  },
  providerFailures: {
    AccessDenied: "The log-in was refused.",
    other: "That log-in did not work. Try again.",
  },

  dropped: (address: string) =>
    `The log-in worked, but your browser threw its cookie away. Browsers keep it only on an encrypted address (https://) or on localhost. Open ${address} and log in there. If that is where you are, allow cookies for this site.`,
  loggedOut: "You are logged out.",
  deleted: "Your account is deleted, and every device is logged out.",
}
