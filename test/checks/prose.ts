/** Says of each place in a file's comments, or in a document, where the English reads translated. */
export function proseProblems(file: string, text: string): string[] {
  return passagesOf(file, text).flatMap((passage) =>
    [
      ...passage.text.matchAll(FOREIGN),
      ...[...passage.text.matchAll(/\bwho\b/gi)].filter(({ index }) => isBare(passage.text, index)),
    ].map(({ 0: found, index }) => {
      const place = `${file}:${passage.line + lineAt(passage.text, index) - 1}`
      return `${place} says "${found.replace(/\s+/g, " ")}": ${ADVICE}`
    }),
  )
}

const ADVICE = `write "a person who", "its own name", "now" or "again".`

const FOREIGN = /\b(?:whoever|whomever|anew|by\s+now|of\s+(?:its|their)\s+own)\b/gi

/** Text without the marks of a comment, and the line on which it begins. */
interface Passage {
  readonly line: number
  readonly text: string
}

function passagesOf(file: string, text: string): Passage[] {
  if (file === "CHANGELOG.md") return []
  if (file.endsWith(".md")) return [{ line: 1, text: withoutCode(text) }]
  const comment = HASHED.test(file) ? HASHES : SLASHED.test(file) ? SLASHES : null
  return [...(comment ? text.matchAll(comment) : [])]
    .filter(([found]) => !found.startsWith('"'))
    .map(({ index, 0: found }) => ({
      line: lineAt(text, index),
      text: withoutCode(found.replace(MARKS, "")),
    }))
}

const SLASHED = /\.(?:tsx?|m?js|css|prisma)$/
const HASHED = /^(?:bin\/start|\.ci\/run|Dockerfile)$|\.(?:sh|toml|npmrc)$/

/** A string, or a comment; those on successive lines are one, since a sentence goes on from line to line. */
const SLASHES =
  /"(?:\\.|[^"\\\n])*"|^[ \t]*\/\/.*(?:\n[ \t]*\/\/.*)*|(?<=[ \t])\/\/ .*|(?<=^|[\s{(])\/\*[\s\S]*?\*\//gm
const HASHES = /^[ \t]*#.*(?:\n[ \t]*#.*)*|(?<=[ \t])# .*/gm
const MARKS = /^[ \t]*(?:\/\/+|\/\*+|\*\/|\*|#+!?)|\*\/$/gm

/** Blanks quoted code, and keeps its lines. */
function withoutCode(text: string): string {
  return text
    .replace(/^[ \t]*```[\s\S]*?^[ \t]*```/gm, (code) => code.replace(/.+/g, ""))
    .replace(/`[^`]*`/g, (code) => code.replace(/[^\n]/g, "_"))
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length
}

/** Whether this is a bare subject, as in `Who comes second waits`: no noun and no verb of asking precedes it. */
function isBare(text: string, index: number): boolean {
  if (/^[^.!?]*\?|^who\s+(?:they|you|one|it)\b/.test(text.slice(index))) return false
  const clause =
    text
      .slice(0, index)
      .split(/[.!?:;|](?=\s)|\n[ \t]*\n|\n[ \t]*[-#]+ /)
      .at(-1) ?? ""
  const before = /([\p{L}_]+),?["*_)]*\s+$/u.exec(clause)?.[1]?.toLowerCase() ?? ""
  if (/^(?:and|or|but)$/.test(before)) return !/\bwho(?:m|se)?\b/i.test(clause)
  return !PEOPLE.has(before) && !ASKING.has(before)
}

/** The words for people that a clause may follow. Another noun joins them when a sentence needs it. */
const PEOPLE =
  words(`one two those they people person somebody someone anybody anyone nobody everybody
  everyone else user users owner owners administrator administrators operator engineer stranger strangers
  viewer caller callers reader sender senders writer intruder hijacker attacker thief guesser`)

/** The verbs that an indirect question may follow. */
const ASKING =
  words(`say says said ask asks asked know knows known tell tells told prove proves proved
  proving matter matters`)

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}
