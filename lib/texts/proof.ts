/** Proving who one is before a sensitive act, in the act's own form. */
export const proof = {
  legend: "Confirm it's you",
  needed: "Confirm it's you to continue.",
  password: "Password",
  confirm: "Confirm",
  withProvider: (provider: string) => `Confirm with ${provider}`,
  providerHint: "You'll come back here. Then press the same button again.",
  nothingToProveWith:
    "Confirm it's you to continue. You don't have a password yet, so set one first. We'll email you a link.",
  mailPassword: "Email me a link to set a password",
  mailHint: "Setting it logs out all your devices. Log in again, then repeat this.",
  passwordMailed: (email: string) =>
    `We've sent a link to set a password to ${email}. Set it, log in with it, then repeat this.`,
  failures: {
    wrong_password: "Incorrect password.",
    throttled:
      "Too many attempts. Try again in 15 minutes. If that doesn't help, log out and back in.",
    changed_meanwhile: "This session was changed in another tab. Reload the page.",
  },
}
