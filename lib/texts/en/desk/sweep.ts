/** Of a bulk revocation: what a filter found is previewed, then ended. */
export const sweep = {
  preview: "Revoke everything found",
  previewHint: "Shows what would end first. Nothing ends until you confirm it.",
  nothingFound: "The filter finds nothing that could be revoked.",
  onlyLive: "Only active sessions and tokens can be revoked. Set the status to active.",

  title: "Bulk revocation",
  back: "Sessions",
  found: "Found",
  filter: "Filter",
  everything: "All active sessions",
  previewed: "Previewed",
  by: "By",
  operator: "{name}, at the server",
  people: "People",
  most: "Most affected",
  person: "{person} ({count, number})",
  administrators: "Other administrators",
  noAdministrators: "None",
  spared: "Your own session is spared.",
  sample: "The most recently used",
  sampleCaption: "The sessions and tokens that end first",
  emailed: "Emailed",
  reason: "Reason",
  peopleCount: "{count, plural, one {# person} other {# people}}",

  fitsAll:
    "This is everyone's sessions. Logging everyone out ends them immediately, however many there are.",
  toEveryone: "Go to Log everyone out",
  fitsBulk:
    "They end one after another, the most recently used first, about {rate, number} a second. Whatever is opened from now on stays.",

  states: {
    preview: "Not confirmed yet. Nothing has ended.",
    running: "Revoking. This page keeps itself up to date.",
    paused: "Paused. What hasn't ended stays active.",
    finished: "Finished.",
  },
  progress: "{done, number} of {found, number} checked, {ended, number} ended",
  result:
    "{ended, number} of {found, number} ended. {others, plural, =0 {None had ended before.} one {# had ended before.} other {# had ended before.}}",
  stoppedResult: "{ended, number} of {found, number} ended before it was stopped.",
  refresh: "Refresh",
  pause: "Pause",
  paused: "Paused.",
  resume: "Resume",
  resumed: "Resumed.",
  stop: "Stop for good",
  stopTitle: "Stop this bulk revocation?",
  stopBody: "What has ended stays ended. The rest stays active.",
  stopped: "Stopped.",
  discard: "Discard",
  discarded: "Discarded. Nothing has ended.",
  failures: {
    not_found: "It was discarded, or another administrator previewed it.",
    changed_meanwhile: "It changed meanwhile. Reload the page.",
  },
} as const

/** Of the form that confirms it. */
export const sweepForm = {
  reason: "Reason, which the people affected will see",
  count: "To confirm, type the number: {count}",
  mismatch: "Type the number: {count}",
  email: "Email the people affected",
  confirm: "{count, plural, one {Revoke # session or token} other {Revoke # sessions and tokens}}",
  confirmTitle:
    "{count, plural, one {Revoke # session or token?} other {Revoke # sessions and tokens?}}",
  confirmBody: "It starts immediately and can't be undone. You can pause it.",
  confirmLabel: "Revoke",
  started: "The bulk revocation has started.",
  reasonMissing: "Say why, so that people know what happened.",
  reasonTooLong: "At most {max, number} characters.",
} as const
