import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"
import { type DecisionTexts, decisionFolder, decisionProblems, mentionProblems } from "./decisions"

const texts: DecisionTexts = new Map(
  readdirSync(decisionFolder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => [name, readFileSync(path.join(decisionFolder, name), "utf8")]),
)

test("the index lists every decision with its title and status, no number is there twice, and two that supersede or amend name each other", () => {
  expect(texts.size).toBeGreaterThan(77)
  expect(decisionProblems(texts)).toEqual([])
})

test("every mention of a decision, in any file, leads to one that is there", () => {
  const mentions = sourceFiles()
    .filter((file) => !/\.(?:png|ico|woff2?)$|^package-lock\.json$/.test(file))
    .map((file) => [file, readFileSync(file, "utf8")] as const)
    .filter(([, text]) => /decisions?\b/i.test(text))
  expect(mentions.map(([file]) => file)).toContain("docs/conformance.md")
  expect(mentions.flatMap(([file, text]) => mentionProblems(file, text, texts))).toEqual([])
})

const accepted = "- Status: accepted"
const head = (number: number, title: string, lines = accepted) =>
  `# ${number}. ${title}\n\n- Date: 2026-01-01\n${lines}\n\nWhy.\n`
const second = head(2, "Second", `${accepted}\n- Supersedes [1](../old/001-the-first.md)`)
const index = `| 1 | [First](old/001-the-first.md) | superseded by 2 |
| 2 | [Second](new/002-the-second.md) | accepted |
`
const sound = {
  "old/001-the-first.md": head(1, "First", "- Status: superseded by [2](../new/002-the-second.md)"),
  "new/002-the-second.md": second,
  "README.md": index,
}
const problemsOf = (changes: Readonly<Record<string, string>>) =>
  decisionProblems(new Map(Object.entries({ ...sound, ...changes })))

test("two sound decisions and their index have no problem", () => {
  expect(problemsOf({})).toEqual([])
})

test.each<[string, string, Record<string, string>]>([
  ["a decision that the index lacks", "no row", { "old/003-the-third.md": head(3, "Third") }],
  [
    "a row without a decision",
    "of no decision",
    { "README.md": `${index}| 3 | [A](a.md) | accepted |` },
  ],
  ["another title in the index", "[First]", { "README.md": index.replace("First", "Last") }],
  ["another status in the index", "accepted", { "README.md": index.replace("accepted", "draft") }],
  ["a row that is there twice", "second one", { "README.md": index.repeat(2) }],
  ["an index out of order", "order", { "README.md": index.replace(/(\|.+\n)(\|.+\n)/, "$2$1") }],
  ["two of one number", "number of another", { "old/002-the-third.md": head(2, "Third") }],
  ["a file in no room", "no name", { "003-the-third.md": head(3, "Third") }],
  ["a name of one word", "no name", { "old/003-third.md": head(3, "Third") }],
  ["the number of another file", "begin", { "new/002-the-second.md": head(3, "Second") }],
  [
    "a status of no kind",
    "likely",
    { "new/002-the-second.md": head(2, "Second", "- Status: likely") },
  ],
  [
    "a line of no kind",
    '"Old"',
    { "new/002-the-second.md": head(2, "Second", `${accepted}\n- Old`) },
  ],
  ["no date", "its date", { "new/002-the-second.md": second.replace("- Date: 2026-01-01\n", "") }],
  [
    "a supersession that the older alone tells",
    "supersedes 1",
    { "new/002-the-second.md": head(2, "Second") },
  ],
  [
    "one that the younger alone tells",
    "superseded by 2",
    { "old/001-the-first.md": head(1, "First") },
  ],
  [
    "an amendment that one alone tells",
    "amended by 2",
    {
      "new/002-the-second.md": head(
        2,
        "Second",
        `${accepted}\n- Amends [1](../old/001-the-first.md)`,
      ),
    },
  ],
])("%s is a problem", (_, says, changes) => {
  expect(problemsOf(changes).join("\n")).toContain(says)
})

const missing = texts.size + 900
test.each([
  ["lib/a.ts", `// As decision ${missing} says.`],
  ["lib/a.ts", `/**\n * Decision\n * ${missing} says so.\n */`],
  ["lib/a.ts", `// Why: decisions 1 and ${missing}.`],
  ["README.md", `[docs](docs/${"decisions.md"})`],
  ["README.md", `[one](docs/decisions/${missing}-is-not-there.md)`],
  ["docs/a.md", `[decision ${"2"}](decisions/001-one-table-for-every-secret.md)`],
  ["docs/a.md", `[decision ${"1"}](decisions/acts/001-one-table-for-every-secret.md)`],
  [`${decisionFolder}/tokens/a.md`, "[2](001-one-table-for-every-secret.md)"],
  [`${decisionFolder}/tokens/a.md`, `[1](001-is-not-${"there"}.md)`],
])("in %s, %j leads to no decision", (file, text) => {
  expect(mentionProblems(file, text, texts)).not.toEqual([])
})

test.each([
  ["lib/a.ts", "// As decision 2 says, and decisions 1, 2 and 3."],
  ["docs/a.md", `[decision ${"1"}](decisions/tokens/001-one-table-for-every-secret.md)`],
  ["docs/a.md", "[1](https://example.com/a.md)"],
  ["docs/a.md", "They took 3 decisions. 400 came later."],
])("in %s, %j leads where it says", (file, text) => {
  expect(mentionProblems(file, text, texts)).toEqual([])
})
