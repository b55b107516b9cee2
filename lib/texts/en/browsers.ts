/** Words about the browsers in which a person is known. */
export const browsers = {
  title: "Known browsers",
  hint: "When you log in with a browser that isn't in this list, you get an email. Every browser leaves the list when you log out everywhere or reset your password.",
  none: "No browsers are in this list.",
  thisBrowser: "This browser",
  lastSeen: "Last used",
  sessions: "{count, plural, =0 {logged out} one {logged in} other {logged in # times}}",
  forget: "Forget",
  forgetName: "Forget {browser}",
  forgetTitle: "Forget {browser}?",
  forgetBody: "It will be logged out immediately, and you'll get an email at its next login.",
  forgetThisBody: "You stay logged in here, and you'll get an email at its next login.",
  forgotten: "{browser} was forgotten.",
  forgottenAndLoggedOut: "{browser} was forgotten and logged out.",
  alreadyForgotten: "That browser was already forgotten.",
} as const
