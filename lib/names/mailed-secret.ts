/** What a secret in a link is: 256 bits in base64url. */
const length = 43

/** More than this is no link of ours with something around it. */
const maxReadLength = 400

/**
 * The secret of a mailed link as it was sent, whatever a mail program put into it or behind it: blanks,
 * line breaks (`=%0A` where the mail was wrapped), a full stop, a bracket. Empty where some of it is missing.
 *
 * It looks at the shape alone, and so it tells nobody which secrets there are.
 */
export function mailedSecret(text: string): string {
  const written = text.slice(0, maxReadLength).replace(/^3D(?=[\w-]{43})/, "")
  const secret = written.replace(/[^\w-]/g, "").slice(0, length)
  return secret.length === length ? secret : ""
}
