import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"
import { sourceFiles } from "./source-files"

const documents = [
  ...readdirSync(".").filter((name) => name.endsWith(".md")),
  ...["docs", "packages/log-out-everywhere", "bench"].flatMap((folder) =>
    readdirSync(folder, { recursive: folder === "docs", encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => path.join(folder, name)),
  ),
]

/** Files of ours that a document names: what its links lead to, and what it quotes as a path. */
function namedBy(document: string): string[] {
  const text = readFileSync(document, "utf8")
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = ""]) =>
    path.join(path.dirname(document), target),
  )
  const quoted = [
    ...text.matchAll(
      /`((?:app|components|docs|e2e|lib|packages|prisma|scripts|test)\/[\w./()[\]-]+)`/g,
    ),
  ]
  return [...linked, ...quoted.map(([, named = ""]) => named)]
}

test.each(documents)("every file that %s names is there", (document) => {
  expect(namedBy(document).filter((named) => !existsSync(named))).toEqual([])
})

test("every proof of conformance is a test, or the contract that tests are made of", () => {
  const proofs = namedBy("docs/conformance.md").filter((named) => !named.endsWith(".md"))
  expect(proofs.length).toBeGreaterThan(40)
  for (const proof of proofs) {
    if (proof === "authentication.ts") continue
    expect(proof).toMatch(/\.(?:test|spec)\.ts$|(?:store|acting|face)-contract-/)
  }
})

/** Each decision is in the folder's own index, which `decisions.test.ts` holds; a run of the bench writes its results. */
const isListed = (file: string) => !/^docs\/decisions\/.+\/\d|^bench\/results\//.test(file)

test("docs/README.md names every other document, and every file beside it, once", () => {
  const index = "docs/README.md"
  const others = sourceFiles().filter(
    (file) => (file.endsWith(".md") || file.startsWith("docs/")) && file !== index,
  )
  const named = namedBy(index).filter((file) => others.includes(file) && isListed(file))
  expect(named.toSorted()).toEqual(others.filter(isListed))
})

const glossary = [...readFileSync("STYLE.md", "utf8").matchAll(/^\| (.+?) \| .* \| (`.+`) \|$/gm)]

test.each(glossary.map(([, words = "", files = ""]) => [words, files]))(
  "what the glossary calls %s is called so in %s",
  (words, files) => {
    const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "")
    for (const [, file = ""] of files.matchAll(/`([^`]+)`/g)) {
      for (const word of words.split(", "))
        expect(letters(readFileSync(file, "utf8"))).toContain(letters(word))
    }
  },
)

test("the glossary is found", () => {
  expect(glossary.length).toBeGreaterThan(40)
})
