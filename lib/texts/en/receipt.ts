/** What an act has ended. */
export const receipt = {
  title: "Receipt",
  name: "Receipt: {action}",
  at: "When",
  from: "IP address",
  by: "By",
  doers: {
    self: "You",
    administrator: "An administrator",
    nobody: "Someone who wasn't logged in",
  },
  what: "What was ended",
  apiToken: "API token: {name}",
  more: "and {count, plural, other {# more}}",
  dead: "Checked just now: none of these still works.",
  alive:
    "Something is wrong: {count, plural, one {# of these still works} other {# of these still work}}. Log in, log out everywhere again, and tell an administrator.",
  later: "After your next login you'll find this in your history.",
  back: "Back to history",
} as const
