/** Of every picture of numbers. */
export const chart = {
  table: "Show as a table",
  time: "From",
  picture:
    "{title}: {total, number} in total, {most, number} at the peak. The table below has every number.",
  none: "None in this period.",
  other: "Other",
} as const

/** Of the administrators' first page. */
export const overview = {
  title: "Overview",
  asOf: "Counted hourly, up to <time></time>. What's active now is counted live.",
  notYet: "Nothing has been counted yet. The first numbers appear shortly after the app starts.",
  period: "Period",
  spans: { day: "24 hours", week: "7 days", month: "30 days", quarter: "90 days" },

  now: "Now, and in this period",
  live: "Active sessions",
  online: "People online",
  onlineHint: "Active in the last {minutes}",
  logins: "Logins",
  ended: "Ended sessions",
  failed: "Failed logins",
  asOfHour: "As of <time></time>",

  reasonGroups: {
    person: "Logged out",
    time: "Timed out",
    change: "Account changed",
    administrator: "Administrators",
  },
  failures: { log_in_failed: "Wrong password or email", log_in_throttled: "Blocked" },

  breakdown: "By kind",
  byDevice: "Device",
  byMethod: "Logged in with",
  byPurpose: "Sessions, tokens and links",
  byReason: "Why sessions ended",
  byNetwork: "Networks with the most failed logins",
  networksHint: "The {kept, number} with the most failures in each hour.",
  columns: { live: "Active", begun: "New", ended: "Ended", failed: "Failures", count: "Sessions" },
  latest: "Latest changes",
  everyEntry: "Audit log",
} as const
