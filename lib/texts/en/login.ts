import { links } from "./links"

/** Why the session of the browser's cookie is over: on the log-in page, and on a page that was open. */
export const endedSession = {
  title: "This session has ended",
  endings: {
    ended: "Your last session in this browser has ended.",
    idle: "You were logged out because this device wasn't used for a while.",
    expired: "You were logged out because this session expired.",
    revoked_by_user: "This device was logged out from another of your devices.",
    log_out_others: "This device was logged out from another of your devices.",
    // Also in a new tab of the browser in which it was done.
    log_out_everywhere: "You logged out everywhere, including on this device.",
    password_change: "Your password was changed, so this device was logged out.",
    password_reset: "Your password was reset with a link we emailed you.",
    reset_by_admin: "An administrator sent you a password reset.",
    email_change: "Your email address was changed.",
    provider_change: "A connected login was removed, so this device was logged out.",
    reported: "This session was reported as unrecognised.",
    session_limit: "You reached the session limit, so the least recently used session was ended.",
    revoked_by_admin: "An administrator ended this session.",
    everyone_logged_out: "An administrator logged everyone out.",
    role_change: "Your role was changed. Log in again to continue.",
    account_disabled: "An administrator disabled this account.",
  },
} as const

export const login = {
  welcomeBack: "Welcome back",
  notYou: "Not you? Log in as someone else",
  title: "Log in",
  heading: "Log in to your account",
  singleSignOn: "Single sign-on",
  because: "Reason: {reason}",

  alreadyIn: "You're logged in as {person}.",
  continue: "Continue",
  orSomeoneElse: "Or log in as someone else. This will log you out first.",

  failures: {
    link_ended: links.over,
    wrong_credentials: "Incorrect email or password.",
    throttled:
      "Too many attempts. Wait 15 minutes, then try again, or log in with an emailed link, which works right away.",
    changed_meanwhile: "Your account was just changed. Please log in again.",
    too_many_sessions:
      "You've reached the limit for logged-in devices. Log out of one of them first.",
    no_account: "No account uses that login. Ask an administrator to invite you.",
    unusable_profile:
      "The provider didn't send an email address and an account number that we can use. Log in another way, or ask your provider.",
    not_linked:
      "That login isn't connected to an account here. Log in with your password, then connect it under Security.",
  },
  providerFailures: {
    AccessDenied: "The login was refused.",
    other: "That login didn't work. Try again.",
  },

  dropped:
    "The login worked, but your browser blocked the cookie. Browsers keep it only on an encrypted address (https://) or on localhost. Open {address} and log in there. If you're already there, allow cookies for this site.",
  loggedOut: "You're logged out.",
  deleted: "Your account was deleted and all your devices were logged out.",
} as const

/** Of the form, and of the providers' buttons below it. */
export const logInForm = {
  returning: "Log in again as {person}.",
  email: "Email",
  password: "Password",
  remember: "Keep me logged in",
  rememberHint: "Leave off on shared devices.",
  neverKept: {
    user: "Users aren't kept logged in.",
    admin: "Administrators aren't kept logged in.",
  },
  submit: "Log in",
  or: "or",
  withProvider: "Continue with {provider}",
} as const
