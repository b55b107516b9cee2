import { listed } from "@/lib/texts/format"

/** The secrets that people give to their own programs. */
export const apiTokens = {
  title: "API tokens",
  /** What ends them, beside *Revoke*. */
  hint: (endsWith: { readonly everywhere: boolean; readonly newPassword: boolean }) => {
    const ends = [
      ...(endsWith.everywhere ? ["log out everywhere"] : []),
      ...(endsWith.newPassword ? ["a new password"] : []),
    ]
    return `Programs of yours use them in place of a log-in. ${
      ends.length === 0
        ? "Log out everywhere leaves them alone: revoke them here."
        : `They end with ${listed(ends)}, too.`
    }`
  },
  docs: "How to use the API",
  nothing: "You have no API token.",
  unnamed: "Without a name",
  unused: "Never used",
  used: "Last used",
  made: "Created",
  from: (address: string) => `from ${address}`,
  expires: "Expires",
  revoke: "Revoke",
  revokeName: (name: string) => `Revoke the API token ${name}`,
  revokeTitle: (name: string) => `Revoke the API token ${name}?`,
  revokeBody: "Whatever uses it is refused at once. This cannot be undone.",
  revoked: (count: number) =>
    count === 0 ? "That API token had ended already." : "1 API token was revoked.",

  name: "Name",
  nameHint: "What it is for, so that you know it again.",
  nameTooLong: (most: number) => `At most ${most} characters.`,
  days: "Expires after",
  make: "Make an API token",
  done: (name: string) => `The API token ${name} is made.`,
  copy: (name: string) => `Copy the API token ${name}`,
  secret: "Copy it now. It is shown this once, and nothing can show it again.",
  failures: {
    too_many: "You have as many API tokens as one person may have. Revoke one first.",
    changed_meanwhile: "Your account changed just now. Log in again.",
  },
}
