/** Of a bulk revocation: what a filter found is previewed, then ended. */
export const sweep = {
  preview: "Revoke everything found",
  previewHint: "First shows what would end. Nothing ends until you confirm it.",
  nothingFound: "The filter found nothing to revoke.",
  onlyLive: "Only active sessions and tokens can be revoked. Set the status to active.",

  title: "Bulk revocation",
  back: "Sessions",
  found: "Found",
  filter: "Filter",
  everything: "All active sessions",
  previewed: "Previewed",
  by: "By",
  operator: "{name}, on the server",
  people: "People",
  most: "Most affected",
  person: "{person} ({count, number})",
  administrators: "Other administrators",
  noAdministrators: "None",
  spared: "Your current session isn't affected.",
  sample: "The most recently used",
  sampleCaption: "The sessions and tokens that end first",
  emailed: "Emailed",
  reason: "Reason",
  peopleCount: "{count, plural, one {# person} other {# people}}",

  fitsAll:
    "These are everyone's sessions. Logging everyone out ends them immediately, however many there are.",
  toEveryone: "Go to Log everyone out",
  fitsBulk:
    "They'll end one by one, most recently used first, about {rate, number} a second. Sessions started from now on aren't affected.",

  states: {
    preview: "Not confirmed yet. Nothing has ended.",
    running: "Revoking. This page updates itself.",
    paused: "Paused. What hasn't ended stays active.",
    finished: "Finished.",
  },
  progress: "{done, number} of {found, number} checked, {ended, number} ended",
  result:
    "{ended, number} of {found, number} ended.{others, plural, =0 {} other { # had already ended.}}",
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
  failures: {
    not_found: "It was discarded, or another administrator previewed it.",
    changed_meanwhile: "It was just changed elsewhere. Reload the page.",
  },
} as const

/** Of the form that confirms it. */
export const sweepForm = {
  reason: "Reason (shown to the people affected)",
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
  reasonTooLong: "Use {max, number} characters or fewer.",
} as const
