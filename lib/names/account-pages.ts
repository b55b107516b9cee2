/** The pages of a person's own settings, in the order of their navigation. */
export const accountPages = {
  sessions: "/account/security",
  browsers: "/account/security/browsers",
  password: "/account/security/password",
  email: "/account/security/email",
  connections: "/account/security/connections",
  apiTokens: "/account/security/api-tokens",
  history: "/account/history",
  privacy: "/account/security/privacy",
  account: "/account/security/account",
} as const

export type AccountPage = keyof typeof accountPages

/** Whether an address is that of one of these pages, which tell how an act elsewhere went. */
export const isAccountPage = (path: string): boolean =>
  Object.values<string>(accountPages).includes(path)
