/** Proving who one is before a sensitive act, in the act's own form. */
export const proof = {
  legend: "Confirm that it is you",
  needed: "Confirm that it is you to go on.",
  password: "Password",
  confirm: "Confirm",
  withProvider: (provider: string) => `Confirm with ${provider}`,
  providerHint: "You come back here afterwards. Then choose the same thing once more.",
  failures: {
    wrong_password: "That is not your password.",
    throttled: "Too many attempts in this session. Log out, log in again, and then go on.",
    changed_meanwhile: "This session changed just now in another tab. Load the page again.",
  },
}
