export const englishWords = {
  skip: "Skip this list",
  exactTimes: "Show exact times",
  thisDevice: "This device",
  isNew: "New",
  unknownDevice: "Unknown device",
  unknownAddress: "Unknown IP address",
  activeNow: "Active now",
  /** `{time}`, as it is for `started`. */
  lastActive: "Last active {time}",
  started: "Started {time}",
  justNow: "just now",
  /** Of a browser with several: `{count}`. */
  sessions: "{count} sessions",
  logOut: "Log out",
  /** `{device}` and `{started}`, as in the other names: they tell a row's buttons from those of every other row. */
  logOutName: "Log out {device}, started {started}",
  logOutHereName: "Log out of this device",
  /** `{count}`. */
  logOutOthers: "Log out other devices ({count})",
  logOutEverywhere: "Log out everywhere",
  recognise: "It was me",
  recogniseName: "It was me: {device}, started {started}",
  report: "Not me",
  reportName: "Not me: {device}, started {started}",
  browserName: "Your name for this browser",
  rename: "Save name",
  renameName: "Save the name of {device}, started {started}",
  details: "Details",
  detailsName: "Details: {device}, started {started}",
  startedAt: "Started",
  lastActiveAt: "Last active",
  idleAt: "Expires if unused by",
  expiresAt: "Expires no later than",
  method: "Logged in with",
  remembered: "Kept logged in",
  yes: "Yes",
  no: "No",
  userAgent: "User agent",
  unknown: "Unknown",
}

/**
 * What the list says. Words in braces stand for what is put in their place; a text may leave them out, or have them
 * in another order.
 */
export type SessionListWords = { readonly [Word in keyof typeof englishWords]: string }

/** `filled("Log out {device}", { device: "Firefox" })` is "Log out Firefox". */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (braced, name: string) => values[name] ?? braced)

/** What stands before and after what is put in a text's braces. */
export function around(text: string, name: string): readonly [before: string, after: string] {
  const [before = "", after = ""] = text.split(`{${name}}`)
  return [before, after]
}
