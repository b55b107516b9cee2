export const shell = {
  product: "Everywhere",
  titleOf: "{page} · Everywhere",
  description: "See where you're logged in, and log out remotely.",
  skip: "Skip to content",
  skipList: "Skip this list",
  navigation: "Main",
  security: "Security",
  adminOverview: "Overview",
  adminSessions: "Sessions",
  adminUsers: "Users",
  adminAudit: "Audit log",
  administrator: "Administrator",
  logOut: "Log out",
  pages: "Pages",
  previousPage: "Previous",
  nextPage: "Next",

  notFoundTitle: "Page not found",
  notFoundBody: "This page doesn't exist, or you don't have access to it.",
  home: "Go to your security settings",
  adminHome: "Go to everyone's sessions",
} as const

export const logo = {
  product: shell.product,
} as const

export const theme = {
  theme: "Appearance",
  themes: { system: "System", light: "Light", dark: "Dark" },
} as const

export const timeSwitch = {
  times: "Times",
  exact: "Exact times",
} as const

export const idleWarning = {
  endsSoon:
    "{canStay, select, yes {{minutes, plural, one {You'll be logged out in # minute unless you continue.} other {You'll be logged out in # minutes unless you continue.}}} other {{minutes, plural, one {You'll be logged out in # minute.} other {You'll be logged out in # minutes.}}}}",
  stay: "Stay logged in",
} as const

/** Of the page that answers a form of another person's page. */
export const stalePage = {
  title: "This page is out of date",
  body: "You're logged in as {email} in this browser. Nothing was done.",
  noOne: "No one is logged in in this browser. Nothing was done.",
  reload: "Reload the page",
} as const

/** Of the page that asks before it logs out. */
export const logOut = {
  title: "Log out of this device?",
  body: "You're logged in as {person}. Your other devices stay logged in.",
  submit: "Log out",
  stay: "Stay logged in",
  nobodyTitle: "You're not logged in here",
  nobodyBody: "There is nothing to log out of on this device.",
  toLogIn: "Go to the login page",
} as const
