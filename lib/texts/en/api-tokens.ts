/** The secrets that people give to their own programs. */
export const apiTokens = {
  title: "API tokens",
  hint: "They let your own programs view and end your sessions.",
  /** What ends them, beside *Revoke*. */
  endsWith: {
    both: "Logging out everywhere or changing your password revokes them.",
    everywhere: "Logging out everywhere revokes them.",
    newPassword: "Changing your password revokes them.",
    neither: "Logging out everywhere doesn't revoke them, so revoke them here.",
  },
  docs: "How to use the API",
  nothing: "You have no API tokens.",
  unnamed: "Unnamed",
  unused: "Never used",
  used: "Last used",
  made: "Created",
  from: "from {address}",
  expires: "Expires",
  revoke: "Revoke",
  revokeName: "Revoke the API token {name}",
  revokeTitle: "Revoke the API token {name}?",
  revokeBody: "Anything using it will stop working immediately. This can't be undone.",
  revoked:
    "{count, plural, =0 {That API token was already revoked or expired.} other {The API token {name} was revoked.}}",

  nameTooLong: "Use {max, number} characters or fewer.",
  failures: {
    too_many: "You've reached the limit for API tokens. Revoke one first.",
    changed_meanwhile: "Your account was just changed. Please log in again.",
  },
} as const

export const apiTokenForm = {
  name: "Name",
  nameHint: "What will you use it for?",
  days: "Expires after",
  submit: "Create API token",
  done: 'API token "{name}" created.',
  copy: "Copy the API token {name}",
  secret: "Copy it now. You won't be able to see it again.",
  close: "Done",
} as const
