/** How many characters one line of what people write may have: a name, a reason. Counted as code points. */
export const maxLineLength = 200

/**
 * A line that somebody wrote, or a machine of theirs, as it is kept: composed (NFC), blanks drawn
 * together, and nothing in it that cannot be seen.
 *
 * Marks of direction turn the words around them about, and invisible characters make two names of one
 * look. Joiners, variants and flags stay where a script or a picture needs them.
 */
export function cleanLine(text: string): string {
  return text
    .normalize("NFC")
    .replace(/(?:[^\S\uFEFF]|\u0085)+/gu, " ")
    .replace(unseen, (mark, at: number, line: string) => (isNeeded(mark, at, line) ? mark : ""))
    .replace(/(\p{M}{6})\p{M}+/gu, "$1")
    .normalize("NFC")
    .replace(/ {2,}/g, " ")
    .trim()
}

/** The same, cut where it is longer: what a machine sends is no reason to turn a person away. */
export function cutLine(text: string, max = maxLineLength): string {
  // Cutting first keeps the work small, whatever was sent.
  const clean = cleanLine(text.slice(0, 10 * max))
  return cleanLine([...clean].slice(0, max).join(""))
}

export const lengthOf = (line: string): number => [...line].length

/** Control characters, what Unicode says to ignore, and the blanks that it does not call blank. */
const unseen =
  /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\uFFF9-\uFFFB]/gu

/** Looks no further than a flag is long, so that the work does not grow with the square of the text. */
function isNeeded(mark: string, at: number, line: string): boolean {
  const before = line.slice(Math.max(0, at - 24), at)
  const after = line.slice(at + mark.length, at + mark.length + 2)
  if (isTag.test(mark)) return flagBefore.test(before)
  if (isVariant.test(mark)) {
    return variedBefore.test(before) || (/[0-9#*]$/.test(before) && after.startsWith("\u20E3"))
  }
  if (mark === zeroWidthJoiner && pictureBefore.test(before) && pictureAfter.test(after))
    return true
  return isJoiner.test(mark) && joinedBefore.test(before) && joinedAfter.test(after)
}

const zeroWidthJoiner = "\u200D"
const isJoiner = /^[\u200C\u200D]$/
const isTag = /^[\u{E0020}-\u{E007F}]$/u
const isVariant = /^[\uFE00-\uFE0F\u180B-\u180D\u{E0100}-\u{E01EF}]$/u
const flagBefore = /\u{1F3F4}[\u{E0020}-\u{E007E}]*$/u
const variedBefore = /[\p{Extended_Pictographic}\p{sc=Han}\p{sc=Mongolian}]$/u
const pictureBefore = /\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?$/u
const pictureAfter = /^\p{Extended_Pictographic}/u

/** The scripts whose letters change shape with their neighbours. */
const joining = [
  ..."Arabic Syriac Mongolian Nko Adlam Devanagari Bengali Gurmukhi Gujarati Oriya".split(" "),
  ..."Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Tibetan Balinese Javanese".split(" "),
]
  .map((script) => String.raw`\p{sc=${script}}`)
  .join("")
const joinedBefore = new RegExp(`[${joining}]$`, "u")
const joinedAfter = new RegExp(`^[${joining}]`, "u")
