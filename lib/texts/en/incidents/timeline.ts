/** Of one person's sessions over time. */
export const timeline = {
  title: "Timeline",
  hint: "Logins, failed logins and ended sessions in the last {kept}.",
  picture:
    "{sessions, plural, one {# session} other {# sessions}} over time, {failures, plural, one {# failed login} other {# failed logins}} and {changes, plural, one {# change} other {# changes}}. The table below has all of them.",
  tones: {
    active: "Active",
    person: "Logged out",
    time: "Timed out",
    change: "Account changed",
    administrator: "Administrators",
  },
  failures: "Failed logins",
  changes: "Changes",
  when: "When",
  what: "What happened",
  began: "Logged in on {device} ({method})",
  ended: "{device}: {reason}",
  endedBy: "{device}: {reason}, by {person}",
  more: "Only the latest sessions are shown.",
} as const
