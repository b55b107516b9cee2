/** Of the administrators' question what a change would end. */
export const whatIf = {
  title: "What would end?",
  hint: "Choose a person and a change to see what it would end for them now. Nothing will be changed.",
  person: "Person (email or ID)",
  event: "Change",
  choose: "Choose",
  more: {
    log_out_others: "They log out other devices",
    log_out_everywhere: "They log out everywhere, or an administrator logs them out",
    log_out_devices: "They log out everywhere but keep API tokens",
  },
  nobody: "No account has that email or ID.",
  holdsNothing: "Nothing would end. There's nothing active.",
  table: "What would end now",
  columns: { what: "Kind", ending: "Would end", staying: "Would stay" },
  choices: {
    others: "If they choose to end their other sessions",
    links: "If they don't",
  },
  sparesOwn: "The session they do it from stays.",
} as const
