import { toASCII, toUnicode } from "tr46"

/**
 * An address as screens and mails show it: the domain in its own script, where nobody can mistake it for
 * another, else as it is kept.
 */
export function shownEmail(email: string): string {
  const at = email.lastIndexOf("@") + 1
  const domain = email.slice(at)
  if (!domain.includes("xn--")) return email
  const { domain: shown, error } = toUnicode(domain)
  const isSafe = !error && toASCII(shown) === domain && isUnmistakable(shown)
  return isSafe ? email.slice(0, at) + shown : email
}

/**
 * Whether each label is of one script, and of one that is read as itself.
 *
 * Greek and Cyrillic have letters that look like Latin ones: they are shown where the whole domain is
 * theirs, as browsers do it.
 */
function isUnmistakable(domain: string): boolean {
  const labels = domain.split(".")
  const isOne = (script: RegExp) => labels.every((label) => script.test(label))
  return labels.every((label) => byItself.test(label)) || isOne(cyrillic) || isOne(greek)
}

/** Latin without the letters that pass for others (dotless i, long s, kra); or one of the scripts of East and South Asia. */
const byItself =
  /^(?:[a-z0-9\-ß-öø-įĵ-ķĺ-žǎ-ǔșț]+|[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}0-9-]+|[\p{scx=Hangul}0-9-]+|[\p{sc=Devanagari}0-9-]+|[\p{sc=Thai}0-9-]+)$/u
const cyrillic = /^[\p{sc=Cyrillic}0-9-]+$/u
const greek = /^[\p{sc=Greek}0-9-]+$/u
