/** Proving who one is before a sensitive act, in the act's own form. */
export const proof = {
  legend: "Confirm that it is you",
  needed: "Confirm that it is you to go on.",
  password: "Password",
  confirm: "Confirm",
  withProvider: (provider: string) => `Confirm with ${provider}`,
  providerHint: "You come back here afterwards. Then choose the same thing once more.",
  nothingToProveWith:
    "Confirm that it is you to go on. You have no password yet, so set one first: by a link from your mailbox.",
  mailPassword: "Mail me a link to set a password",
  mailHint:
    "Setting it logs out every device. Log in with it, and then choose the same thing once more.",
  passwordMailed: (email: string) =>
    `A link to set a password is on its way to ${email}. Set it, log in with it, and then choose this once more.`,
  failures: {
    wrong_password: "That is not your password.",
    throttled:
      "Too many attempts. Wait a quarter of an hour; if that does not help, log out and log in again.",
    changed_meanwhile: "This session changed just now in another tab. Load the page again.",
  },
}
