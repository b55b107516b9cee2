import path from "node:path"

/** What is wrong with the decisions: with each file, with their index, and with a mention of one elsewhere. */
export const decisionFolder = "docs/decisions"
const INDEX = "README.md"

/** The texts of the decisions' folder, by the paths below it: "tokens/001-one-table-for-every-secret.md". */
export type DecisionTexts = ReadonlyMap<string, string>

interface Decision {
  readonly number: number
  /** Its path below the folder: the room that it belongs to, and the file. */
  readonly name: string
  readonly title: string
  /** "accepted", or "superseded by" and a link. */
  readonly status: string
  readonly relations: Readonly<Record<Relation, readonly number[]>>
}

type Relation = keyof typeof INVERSE

/** What the other decision says of this one. */
const INVERSE = {
  "superseded by": "supersedes",
  supersedes: "superseded by",
  "amended by": "amends",
  amends: "amended by",
} as const

const NAME = /^[a-z-]+\/(\d{3})-[a-z0-9]+(?:-[a-z0-9]+){1,5}\.md$/
const HEAD =
  /^# (?<number>\d+)\. (?<title>.+)\n\n- Date: \d{4}-\d\d-\d\d\n- Status: (?<status>.+)\n(?<lines>(?:- .+\n)*)\n[^#\s-]/
const LINE = /^(supersedes|amends|amended by) (.+)$/i
const SUPERSEDED = /^superseded by (.+)$/

/** One sentence for each breach in the folder. */
export function decisionProblems(texts: DecisionTexts): string[] {
  const names = [...texts.keys()].filter((name) => name !== INDEX).toSorted(byFile)
  const decisions = names.map((name) => decisionIn(name, texts.get(name) ?? ""))
  const sound = decisions.filter((each) => typeof each !== "string")
  return [
    ...decisions.filter((each) => typeof each === "string"),
    // A number may be left out: branches take theirs before they meet.
    ...sound.flatMap(({ name, number }, index) =>
      number === sound[index - 1]?.number ? [`${name} has the number of another.`] : [],
    ),
    ...sound.flatMap((decision) => oneWayProblems(decision, sound)),
    ...indexProblems(texts.get(INDEX) ?? "", sound),
  ]
}

/** The decision that a file holds, or what is wrong with its form. */
function decisionIn(name: string, text: string): Decision | string {
  const [, padded] = NAME.exec(name) ?? []
  if (!padded) return `${name} is no name: a room, three digits and two to six words.`
  const { number, title, status, lines } = HEAD.exec(text)?.groups ?? {}
  if (!title || !status || Number(number) !== Number(padded)) {
    return `${name} does not begin with "# ${Number(padded)}. Title", its date and its status.`
  }
  const relations: Record<Relation, readonly number[]> = {
    "superseded by": numbersIn(SUPERSEDED.exec(status)?.[1]),
    supersedes: [],
    "amended by": [],
    amends: [],
  }
  if (status !== "accepted" && relations["superseded by"].length !== 1) {
    return `${name} has the status "${status}".`
  }
  for (const line of lines?.match(/(?<=^- ).+$/gm) ?? []) {
    const [, relation = "", others] = LINE.exec(line) ?? []
    if (numbersIn(others).length === 0) return `${name} says "${line}".`
    relations[relation.toLowerCase() as Relation] = numbersIn(others)
  }
  return { number: Number(number), name, title, status, relations }
}

const numbersIn = (text = "") =>
  [...text.matchAll(/\[(\d+)\]\(/g)].map(([, found]) => Number(found))

/** Each relation that the other decision does not tell. */
function oneWayProblems(decision: Decision, all: readonly Decision[]): string[] {
  const { number, name, relations } = decision
  return Object.entries(INVERSE).flatMap(([relation, inverse]) =>
    relations[relation as Relation]
      .filter((other) => {
        const found = all.find((each) => each.number === other)
        return !found?.relations[inverse].includes(number)
      })
      .map((other) => `${name} ${relation} ${other}, which does not say "${inverse} ${number}".`),
  )
}

function indexProblems(index: string, decisions: readonly Decision[]): string[] {
  const rows: string[] = index.match(/^\| \d+ \|.*\|$/gm) ?? []
  const expected = decisions.map(rowOf)
  return [
    ...expected
      .filter((row) => !rows.includes(row))
      .map((row) => `${INDEX} has no row that reads: ${row}`),
    ...rows
      .filter((row, index) => !expected.includes(row) || rows.indexOf(row) !== index)
      .map((row) => `${INDEX} has a row of no decision, or a second one: ${row}`),
    ...(rows.join() === rows.toSorted(byNumber).join() ? [] : [`${INDEX} is not in order.`]),
  ]
}

/** The index repeats title and status, and which later decisions amend this one. */
function rowOf({ number, name, title, status, relations }: Decision): string {
  const amended = relations["amended by"]
  const note = amended.length > 0 ? `, amended by ${amended.join(" and ")}` : ""
  return `| ${number} | [${title}](${name}) | ${status.replace(LINK, "$1")}${note} |`
}

const LINK = /\[(\d+)\]\([^)]*\)/
const byFile = (one: string, other: string) =>
  path.basename(one).localeCompare(path.basename(other))

const byNumber = (one: string, other: string) => numberOf(one) - numberOf(other)
const numberOf = (row: string) => Number(/\d+/.exec(row)?.[0])

/** "decision 7", "decisions 7 and 30", across the lines of a comment too. */
const BY_NUMBER = /\bdecisions?[\s*/#]+(\d+(?:(?:,| and| to) \d+)*)/gi
const BY_LINK = /\[(?:decisions? )?(\d+)\]\(([^)\s]*)\)/gi
const BY_PATH = /\bdocs\/decisions(?:\/([\w-]+\/[\w-]+\.md)|\.md)/g

/** Says of each mention of a decision in a file that it points at none, or at another than it names. */
export function mentionProblems(file: string, text: string, texts: DecisionTexts): string[] {
  const names = [...texts.keys()]
  const numbers = new Set(names.map((name) => Number(NAME.exec(name)?.[1])))
  return [
    ...[...text.matchAll(BY_NUMBER)].flatMap(([found, listed = ""]) =>
      (listed.match(/\d+/g) ?? [])
        .filter((number) => !numbers.has(Number(number)))
        .map((number) => `${file} says "${found}": there is no decision ${number}.`),
    ),
    ...[...text.matchAll(BY_LINK)]
      .filter(([link, number = "", target = ""]) => {
        const name = path.relative(decisionFolder, path.join(path.dirname(file), target))
        const [, padded] = NAME.exec(name) ?? []
        const isOfDecision = file.startsWith(`${decisionFolder}/`) || /decision/i.test(link)
        return isOfDecision && (!names.includes(name) || Number(padded) !== Number(number))
      })
      .map(([link]) => `${file} has the link ${link}, which leads to another file or to none.`),
    ...[...text.matchAll(BY_PATH)]
      .filter(([, name]) => !name || !names.includes(name))
      .map(([path]) => `${file} names ${path}, which is not there.`),
  ]
}
