import { readFileSync } from "node:fs"
import { ts } from "@ts-morph/common"
import { expect, test } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"

/** What gives a translated text away, and what a native writes. Every text of the catalogue is held to it. */
const habits: readonly (readonly [habit: RegExp, better: string])[] = [
  [/\bmail(?:s|ed|ing)?\b|\be-mails?\b/i, "email, emails; to email"],
  [/\bat once\b/i, "immediately, or at the same time"],
  [/\bgo(?:es)? on\b/i, "continue"],
  [/\b(?:some|every|any|no)body\b/i, "someone, everyone, anyone, no one"],
  [
    /\b(?:accounts?|(?:log-?|API )?tokens?|changes?|emails?|logins?|names?|passwords?|resets?|sessions?) of\b/i,
    "Ann's account, email change",
  ],
  [/^(?:Gets|Gives|Goes|Keeps|Mails|Makes|Takes|Tells)\b/, "a subject, or the imperative"],
  [
    /\b(?:can|could|did|do|does|had|has|have|is|are|should|was|were|will|would) ?not\b/i,
    "the contraction",
  ],
  [/\b(?:you|we|they) are\b|\bit is\s/i, "the contraction"],
  [/\bma(?:kes?|de|king) (?:an?|another|one|the)\b/i, "create"],
  [/\bacts?\b/i, "action, activity, change"],
  [/\b(?:is|are|was|were) (?:over|gone)\b|\blinks? (?:ends?|ended)\b/i, "expired, no longer works"],
  [/\blog-ins?\b|\bsign(?:ed|s)? (?:in|out)\b/i, "login as a noun, log in as a verb"],
  [/\bany more\b|\bonce more\b|\bby now\b/i, "no longer, again, now"],
  [/[\u2018\u2019\u201c\u201d]/, "' and \", which every text has"],
]

test("the catalogue is in a native's English", () => {
  const files = sourceFiles().filter((file) => /^lib\/texts\/en\/[^.]+\.ts$/.test(file))
  const found = files.map((file) => textsIn(file, readFileSync(file, "utf8")))

  expect(found.flat().length).toBeGreaterThan(500)
  expect(
    found.flat().flatMap(({ place, text }) => problems(text).map((it) => `${place} ${it}`)),
  ).toEqual([])
})

test.each([
  "We mail you a link.",
  "It ends at once.",
  "Confirm it to go on.",
  "Somebody has it.",
  "The password of the account was changed.",
  "Disable the account of {…}?",
  "Makes {…} an administrator.",
  "This cannot be undone.",
  "It is not connected.",
  "You are logged in.",
  "Make an API token",
  "Recent acts",
  "This account is gone.",
  "The link ends in an hour.",
  "Your log-in link",
  "This link does not work any more",
  "You\u2019re logged in.",
])("%j is found", (text) => {
  expect(problems(text)).not.toEqual([])
})

test("a text is found where a function makes it, and no import is one", () => {
  const source = `import type { A } from "a"
export const words: Record<"b", A> = { c: (d: string) => \`Ends \${d ? "e" : "f"} now.\`, "g": 'h' }`

  expect(textsIn("a.ts", source).map(({ text }) => text)).toEqual(["Ends {…} now.", "e", "f", "h"])
})

const problems = (text: string) =>
  habits.flatMap(([habit, better]) =>
    habit.test(text) ? [`says "${habit.exec(text)?.[0]}" in "${text}": write ${better}.`] : [],
  )

interface Text {
  readonly place: string
  readonly text: string
}

/** Read from the source, so that each branch of a function is among them, whatever it is called with. */
function textsIn(file: string, source: string): readonly Text[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const found: Text[] = []
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return
    const text = textOf(node)
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
    if (text !== null) found.push({ place: `${file}:${line + 1}`, text })
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function textOf(node: ts.Node): string | null {
  if (node.parent && ts.isPropertyAssignment(node.parent) && node.parent.name === node) return null
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return null
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("{…}")
}
