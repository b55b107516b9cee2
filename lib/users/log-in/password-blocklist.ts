import { dictionary } from "@zxcvbn-ts/language-common"

/** Whose password it is to be: nobody guesses anything sooner. */
export interface PasswordOwner {
  readonly email: string
  readonly name?: string | null
}

/** What this service is called, which people put into its passwords. */
const serviceNames = ["everywhere", "log out everywhere"]

/** Digits and signs around a word that are tried with it first. More of them are something to guess. */
const maxTrimmingsLength = 8

/**
 * Whether this is what guessing begins with: a common password, as it stands or over and over, with
 * digits and signs around it, with signs in place of letters, or with blanks that nobody sees.
 */
export function isCommon(password: string): boolean {
  const text = folded(password)
  const repeated = /^(.+?)\1+$/u.exec(text)?.[1]
  if (repeated && [...repeated].length < 4) return true
  return isAround(text, isListed) || (repeated !== undefined && isListed(repeated))
}

/** The same of the person's own address and name, and of the service's. */
export function isPersonal(password: string, { email, name }: PasswordOwner): boolean {
  const [localPart = ""] = email.split("@")
  const words = [email, localPart, name ?? "", ...(name ?? "").split(" "), ...serviceNames]
  const guessed = new Set(words.map((word) => squeezed(folded(word))).filter(Boolean))
  return isAround(folded(password), (word) => guessed.has(squeezed(word)))
}

/** Whether the text is such a word with no more than trimmings around it. */
function isAround(text: string, isWord: (word: string) => boolean): boolean {
  for (const [before, word, after] of cuts(text)) {
    const trimmings = before + after
    const isTrimmed = trimmings.length <= maxTrimmingsLength || isListed(trimmings)
    if (isTrimmed && unmasked(word).some(isWord)) return true
  }
  return false
}

/** Signs at either end may be trimmings, or stand for letters. */
function cuts(text: string): (readonly [before: string, word: string, after: string])[] {
  const before = /^[^\p{L}]*/u.exec(text)?.[0] ?? ""
  const after = /[^\p{L}]*$/u.exec(text)?.[0] ?? ""
  const digits = /[^\p{L}@$]*$/u.exec(text)?.[0] ?? ""
  const starts = ["", before]
  const ends = ["", after, digits]
  return starts.flatMap((start) =>
    ends
      .filter((end) => start.length + end.length < text.length)
      .map((end) => [start, text.slice(start.length, text.length - end.length), end] as const),
  )
}

/** The word as it stands, and with the letters that its signs stand for. */
function unmasked(word: string): string[] {
  const plain = word.replace(/[@430$57!1]/g, (sign) => masks[sign] ?? sign)
  return [word, plain, plain.replaceAll("i", "l"), squeezed(word)]
}

const masks: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
  "!": "i",
  "1": "i",
}

/** One look for what looks the same: composed, in lower case, without what cannot be seen. */
const folded = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu, "")
    .trim()

const squeezed = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "")

const isListed = (text: string) => common().has(text)

/** Built on first use: the list is long, and most processes never need it. */
function common(): ReadonlySet<string> {
  commonPasswords ??= new Set(dictionary["passwords-common"].map(String))
  return commonPasswords
}

let commonPasswords: ReadonlySet<string> | undefined
