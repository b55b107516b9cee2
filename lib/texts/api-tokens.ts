/** The secrets that people give to their own programs. */
export const apiTokens = {
  title: "API tokens",
  /** What ends them, beside *Revoke*. */
  hint: (endsWith: { readonly everywhere: boolean; readonly newPassword: boolean }) => {
    const { everywhere, newPassword } = endsWith
    const both = "Logging out everywhere or changing your password revokes them."
    const password = "Changing your password revokes them."
    const neither = "Logging out everywhere doesn't revoke them, so revoke them here."
    const either = everywhere ? "Logging out everywhere revokes them." : neither
    const ends = newPassword ? (everywhere ? both : password) : either
    return `They let your own programs view and end your sessions. ${ends}`
  },
  docs: "How to use the API",
  nothing: "You have no API tokens.",
  unnamed: "Unnamed",
  unused: "Never used",
  used: "Last used",
  made: "Created",
  from: (address: string) => `from ${address}`,
  expires: "Expires",
  revoke: "Revoke",
  revokeName: (name: string) => `Revoke the API token ${name}`,
  revokeTitle: (name: string) => `Revoke the API token ${name}?`,
  revokeBody: "Anything using it will stop working immediately. This can't be undone.",
  revoked: (count: number) =>
    count === 0 ? "That API token was already revoked or expired." : "1 API token was revoked.",

  name: "Name",
  nameHint: "What will you use it for?",
  nameTooLong: (max: number) => `Use ${max} characters or fewer.`,
  days: "Expires after",
  make: "Create API token",
  done: (name: string) => `API token "${name}" created.`,
  copy: (name: string) => `Copy the API token ${name}`,
  secret: "Copy it now. You won't be able to see it again.",
  failures: {
    too_many: "You've reached the limit for API tokens. Revoke one first.",
    changed_meanwhile: "Your account was just changed. Please log in again.",
  },
}
