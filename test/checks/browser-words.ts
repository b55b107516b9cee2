/** Which rooms of words the client components of each page ask for, and which of them it sends to the browser. */
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { ts } from "@ts-morph/common"
import { sourceFiles } from "@/scripts/checks/source-files"

/** One sentence for each room that a page lacks, or sends for nobody. */
export function browserWordsProblems(): string[] {
  const entries = sourceFiles("app").filter((file) => isEntry.test(file))
  const seen = new Map(entries.map((file) => [file, seenFrom(file)]))
  const problems = [...seen.values()].flatMap(({ problems }) => problems)
  for (const [file, { asked, sent }] of seen) {
    const outer = layoutsAbove(file).flatMap((layout) => [...(seen.get(layout)?.sent ?? [])])
    const below = entries.filter((entry) => layoutsAbove(entry).includes(file))
    const askedHere = [file, ...below].flatMap((entry) => [...(seen.get(entry)?.asked ?? [])])
    const lacking = [...asked].filter((room) => ![...sent, ...outer].includes(room))
    const idle = [...sent].filter((room) => !askedHere.includes(room))
    const twice = [...sent].filter((room) => outer.includes(room))
    problems.push(
      ...lacking.map(
        (room) => `${file} shows words of "${room}": send them, with rooms={["${room}"]}.`,
      ),
      ...idle.map(
        (room) => `${file} sends "${room}", which none of its client components asks for.`,
      ),
      ...twice.map((room) => `${file} sends "${room}", which a layout above it sends already.`),
    )
  }
  return [...new Set(problems)]
}

const isEntry = /\/(?:page|layout|error|not-found)\.tsx$/

/** Next puts an error page and a page for what is missing inside the layout beside it, as it does a page. */
function layoutsAbove(entry: string): string[] {
  const layouts = []
  for (
    let folder = path.posix.dirname(entry);
    folder !== ".";
    folder = path.posix.dirname(folder)
  ) {
    layouts.push(`${folder}/layout.tsx`)
  }
  return layouts.filter((layout) => layout !== entry)
}

interface Seen {
  readonly asked: Set<string>
  readonly sent: Set<string>
  readonly problems: string[]
}

function seenFrom(entry: string): Seen {
  const seen: Seen = { asked: new Set(), sent: new Set(), problems: [] }
  const visited = new Set<string>()
  const visit = (file: string, isAbove: boolean) => {
    const module = moduleOf(file)
    if (module.directive === "use server") return
    const isClient = isAbove || module.directive === "use client"
    if (visited.has(`${file} ${isClient}`)) return
    visited.add(`${file} ${isClient}`)
    for (const room of isClient ? module.asked : []) seen.asked.add(room)
    for (const room of isClient ? [] : module.sent) seen.sent.add(room)
    if (!isClient && module.asked.length > 0) {
      seen.problems.push(
        `${file} is rendered by the server: it asks words() of lib/texts/words.ts.`,
      )
    }
    if (isClient && /^lib\/texts\/(?:words|en\/.+)\.ts$/.test(file)) {
      seen.problems.push(
        `${file} reaches a browser from ${entry}, and with it the whole catalogue.`,
      )
    }
    for (const imported of module.imports) visit(imported, isClient)
  }
  visit(entry, false)
  return seen
}

interface Module {
  readonly directive: string | undefined
  readonly imports: readonly string[]
  readonly asked: readonly string[]
  readonly sent: readonly string[]
}

const modules = new Map<string, Module>()

function moduleOf(file: string): Module {
  const known = modules.get(file)
  if (known) return known
  const source = readFileSync(file, "utf8")
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const [asked, sent, imports]: [string[], string[], string[]] = [[], [], []]
  const visit = (node: ts.Node) => {
    const target = importOf(node)
    const resolved = target && resolve(file, target)
    if (resolved) imports.push(resolved)
    if (ts.isCallExpression(node) && node.expression.getText() === "useTranslations") {
      asked.push(...literalsIn(node))
    }
    if (ts.isJsxAttribute(node) && node.name.getText() === "rooms") sent.push(...literalsIn(node))
    ts.forEachChild(node, visit)
  }
  visit(tree)
  const directive = /^["'](use \w+)["']/.exec(source)?.[1]
  const module = { directive, imports, asked, sent }
  modules.set(file, module)
  return module
}

/** Of an import whose module is in the build: types are not. */
function importOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) {
    return (node.moduleSpecifier as ts.StringLiteral).text
  }
  if (ts.isExportDeclaration(node) && !node.isTypeOnly && node.moduleSpecifier) {
    return (node.moduleSpecifier as ts.StringLiteral).text
  }
  return undefined
}

function resolve(from: string, target: string): string | undefined {
  const place = target.startsWith("@/")
    ? target.slice(2)
    : path.posix.join(path.posix.dirname(from), target)
  if (!/^(?:@\/|\.)/.test(target)) return undefined
  return [".ts", ".tsx", "/index.ts"].map((end) => place + end).find((file) => existsSync(file))
}

function literalsIn(node: ts.Node): string[] {
  if (ts.isStringLiteral(node)) return [node.text]
  const found: string[] = []
  ts.forEachChild(node, (child) => {
    found.push(...literalsIn(child))
  })
  return found
}
