import { execFile } from "node:child_process"
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { sourceFiles } from "./source-files"

/** TypeScript as a document prints it, with what a comment above it takes as given. */
interface Snippet {
  readonly place: string
  readonly extension: string
  readonly given: string
  readonly text: string
}

/** Its snippets are files of the app that its own test builds. */
const steps = "examples/next-auth-prisma/steps.md"
const folder = ".cache/snippets"

function snippetsOf(document: string): readonly Snippet[] {
  const blocks = readFileSync(document, "utf8").matchAll(
    /(?:<!-- given:\n(?<given>(?:(?!-->).)*)-->\s*)?^[ \t]*```(?<extension>[jt]sx?|typescript|javascript)[^\n]*\n(?<text>.*?)^[ \t]*```$/gms,
  )
  return [...blocks].map(({ groups = {} }, index) => {
    const { given = "", extension = "ts", text = "" } = groups
    return { place: `${document}, block ${index + 1}`, extension, given, text }
  })
}

const documents = sourceFiles().filter((file) => file.endsWith(".md"))

test("every snippet of every document compiles, but for steps that a test takes", async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const snippets = documents.filter((file) => file !== steps).flatMap(snippetsOf)
  expect(snippets.map(({ place }) => place)).toContain(
    "packages/log-out-everywhere/README.md, block 1",
  )
  for (const [index, { place, extension, given, text }] of snippets.entries()) {
    const file = `${index}.${extension.endsWith("x") ? "tsx" : "ts"}`
    writeFileSync(path.join(folder, file), `// ${place}\n${given}\n${text}\nexport {}\n`)
  }
  const settings = { extends: "../../tsconfig.json", include: readdirSync(folder) }
  writeFileSync(
    path.join(folder, "tsconfig.json"),
    JSON.stringify({ ...settings, exclude: [], compilerOptions: { incremental: false } }),
  )
  const compiler = ["node_modules/typescript/bin/tsc", "--project", folder]
  await promisify(execFile)(process.execPath, compiler).catch(({ stdout }) => {
    throw new Error(`A snippet does not compile:\n${stdout}`)
  })
})
