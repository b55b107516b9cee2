import { counted } from "@/lib/texts/format"

export const shell = {
  product: "Everywhere",
  titleOf: (page: string) => `${page} · Everywhere`,
  description: "See where you are logged in, and end it.",
  skip: "Skip to the content",
  navigation: "Main",
  security: "Security",
  adminSessions: "Sessions",
  adminUsers: "Users",
  adminAudit: "Audit log",
  adminMail: "Mail",
  administrator: "Administrator",
  logOut: "Log out",
  endsSoon: (minutes: number, canStay: boolean) =>
    counted(minutes, {
      one: `This session ends in # minute${canStay ? " unless you go on" : ""}.`,
      other: `This session ends in # minutes${canStay ? " unless you go on" : ""}.`,
    }),
  stay: "Stay logged in",
  pages: "Pages",
  previousPage: "Previous",
  nextPage: "Next",

  theme: "Appearance",
  themes: { system: "System", light: "Light", dark: "Dark" },

  notFoundTitle: "There is nothing here",
  notFoundBody: "The page does not exist, or it is not for you to see.",
  home: "Go to your security settings",

  stale: {
    title: "This page is out of date",
    body: (email: string) => `You're logged in as ${email} in this browser. Nothing was done.`,
    noOne: "No one is logged in in this browser. Nothing was done.",
    reload: "Reload the page",
  },

  logOutTitle: "Log out of this device?",
  logOutBody: (person: string) =>
    `You are logged in as ${person}. Your other devices stay logged in.`,
  logOutStay: "Stay logged in",
  nobodyTitle: "You are not logged in here",
  nobodyBody: "There is nothing to log out of on this device.",
  toLogIn: "Go to the log-in page",
}
