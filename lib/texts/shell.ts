import { counted } from "@/lib/texts/format"

export const shell = {
  product: "Everywhere",
  titleOf: (page: string) => `${page} · Everywhere`,
  description: "See where you're logged in, and log out remotely.",
  skip: "Skip to content",
  navigation: "Main",
  security: "Security",
  adminSessions: "Sessions",
  adminUsers: "Users",
  adminAudit: "Audit log",
  adminMail: "Emails",
  administrator: "Administrator",
  logOut: "Log out",
  endsSoon: (minutes: number, canStay: boolean) =>
    counted(minutes, {
      one: `You'll be logged out in # minute${canStay ? " unless you continue" : ""}.`,
      other: `You'll be logged out in # minutes${canStay ? " unless you continue" : ""}.`,
    }),
  stay: "Stay logged in",
  pages: "Pages",
  previousPage: "Previous",
  nextPage: "Next",

  theme: "Appearance",
  themes: { system: "System", light: "Light", dark: "Dark" },

  notFoundTitle: "Page not found",
  notFoundBody: "This page doesn't exist, or you don't have access to it.",
  home: "Go to your security settings",
  adminHome: "Go to everyone's sessions",

  stale: {
    title: "This page is out of date",
    body: (email: string) => `You're logged in as ${email} in this browser. Nothing was done.`,
    noOne: "No one is logged in in this browser. Nothing was done.",
    reload: "Reload the page",
  },

  logOutTitle: "Log out of this device?",
  logOutBody: (person: string) =>
    `You're logged in as ${person}. Your other devices stay logged in.`,
  logOutStay: "Stay logged in",
  nobodyTitle: "You're not logged in here",
  nobodyBody: "There is nothing to log out of on this device.",
  toLogIn: "Go to the login page",
}
