/** Of the forms of acts: their dialog, and the proof that some ask for. */
export const act = {
  cancel: "Cancel",
  needed: "Confirm it's you to continue.",
  nothingToProveWith:
    "Confirm it's you to continue. You don't have a password yet, so set one first. We'll email you a link.",
  password: "Password",
  withProvider: "Confirm with {provider}",
  providerHint: "You'll come back here. Then press the same button again.",
  mailPassword: "Email me a link to set a password",
  mailHint: "Setting it logs out all your devices. Log in again, then repeat this.",
} as const

/** What an act answers in place of its outcome while it waits for proof. */
export const proof = {
  passwordMailed:
    "We've sent {email} a link to set a password. Set it, log in with it, then repeat this.",
  failures: {
    wrong_password: "Incorrect password.",
    throttled:
      "Too many attempts. Try again in 15 minutes. If that doesn't help, log out and back in.",
    changed_meanwhile: "This session was changed in another tab. Reload the page.",
  },
} as const
