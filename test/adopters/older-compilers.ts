/** Compilers of other years, as an app that installs the package may have one. */
import * as ofToday from "@ts-morph/common"
// Under these names npm keeps the releases that hold TypeScript 5.4 and 5.9. TypeScript's own package would
// take over the command `tsc`.
import * as of2024 from "ts-morph-common-5.4"
import * as of2025 from "ts-morph-common-5.9"

interface Compiler {
  readonly ts: typeof ofToday.ts
  getLibFiles(options: object): readonly { readonly fileName: string; readonly text: string }[]
}

export type Resolution = "nodenext" | "bundler"

export const compilers: readonly Compiler[] = [
  of2024 as unknown as Compiler,
  of2025 as unknown as Compiler,
  ofToday,
]

/** The compilers' own libraries, by compiler and name: they are the same to every program. */
const parsed = new Map<string, ofToday.ts.SourceFile | undefined>()

/** The files as one program. Declarations are checked too, except for the compiler's own. */
export function programOf(
  { ts, getLibFiles }: Compiler,
  files: readonly string[],
  resolution: Resolution,
  libraries: readonly "dom"[] = [],
) {
  const isNode = resolution === "nodenext"
  const options = {
    module: isNode ? ts.ModuleKind.NodeNext : ts.ModuleKind.ESNext,
    moduleResolution: isNode ? ts.ModuleResolutionKind.NodeNext : ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    lib: ["es2023", ...libraries].map((library) => `lib.${library}.d.ts`),
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    skipDefaultLibCheck: true,
  }
  // These compilers carry their libraries with them, and not in files.
  const carried = new Map(
    getLibFiles({ compilerOptions: {} }).map(({ fileName, text }) => [
      `/libraries/${fileName}`,
      text,
    ]),
  )
  // TypeScript 5.4 has it; the libraries that come with that release are a little older.
  const es5 = carried.get("/libraries/lib.es5.d.ts") ?? ""
  if (!/\bNoInfer\b/.test(es5)) {
    carried.set("/libraries/lib.es5.d.ts", `${es5}\ntype NoInfer<T> = intrinsic;\n`)
  }
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.getDefaultLibLocation = () => "/libraries"
  host.fileExists = (name) => carried.has(name) || fileExists(name)
  host.readFile = (name) => carried.get(name) ?? readFile(name)
  host.getSourceFile = (name, ...how) => {
    if (!carried.has(name)) return getSourceFile(name, ...how)
    const key = `${ts.version} ${name}`
    if (!parsed.has(key)) parsed.set(key, getSourceFile(name, ...how))
    return parsed.get(key)
  }
  return ts.createProgram({ rootNames: files, options, host })
}

/** What is wrong with it, one sentence each. */
export function problemsOf({ ts }: Compiler, program: ofToday.ts.Program): readonly string[] {
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ")
    return `TypeScript ${ts.versionMajorMinor}: ${file?.fileName ?? ""} ${text}`
  })
}

/** The exports of a file, of which no sentence says what they are. */
export function unexplained({ ts }: Compiler, program: ofToday.ts.Program, file: string): string[] {
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${file} exports nothing.`)
  return checker
    .getExportsOfModule(module)
    .filter((symbol) => {
      const own = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      // What a peer has declared, which is not installed here, is for the peer to explain.
      return own.declarations !== undefined && own.getDocumentationComment(checker).length === 0
    })
    .map(({ name }) => name)
}
