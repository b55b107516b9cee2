import path from "node:path"

const LONGEST = 200
const MOST_FILES = 32

/** What the linter cannot say about a file, one sentence for each breach. */
export function treeProblems(file: string, text: string): string[] {
  if (!/\.(ts|tsx|js|mjs|css)$/.test(file)) return []
  const lines = text.split("\n")
  const length = lines.length - (text.endsWith("\n") ? 1 : 0)
  return [
    ...(length > LONGEST ? [`${file} has ${length} lines; the most is ${LONGEST}.`] : []),
    ...lines.flatMap((line, index) => lineProblems(`${file}:${index + 1}`, line)),
  ]
}

/** One sentence for each folder that is to be divided by subject. */
export function folderProblems(files: readonly string[]): string[] {
  const sizes = new Map<string, number>()
  for (const file of files) {
    const folder = path.posix.dirname(file)
    // The root also holds what is on this machine alone.
    if (folder !== ".") sizes.set(folder, (sizes.get(folder) ?? 0) + 1)
  }
  return [...sizes]
    .filter(([, size]) => size > MOST_FILES)
    .map(([folder, size]) => `${folder} has ${size} files; the most is ${MOST_FILES}.`)
}

function lineProblems(place: string, line: string): string[] {
  const problems = []
  if (/\.(test|spec)\.tsx?:/.test(place) && OMITTED.test(line)) {
    problems.push(`${place} leaves tests out: each test runs on each machine.`)
  }
  const source = /(?:from|import|import\()\s*"(\.[^"]*)"/.exec(line)?.[1]
  if (source && isAcross(source) && !isSetting.test(place) && !isInPackage(place, source)) {
    problems.push(`${place} imports "${source}" from another folder: write it with "@/".`)
  }
  return problems
}

const OMITTED = /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|only|todo|fixme|skipIf|runIf)\b/

/** Generated code lies below its importer and has no address with "@/". */
function isAcross(source: string): boolean {
  return !/^\.\/(?:generated\/.+|[^/]+)$/.test(source)
}

/** What a tool reads before it knows "@/". */
const isSetting = /^(?:[\w-]+\.config\.ts|\.dependency-cruiser\.mjs):/

/** The published package knows no "@/": inside its sources it goes by the path that Node reads too. */
function isInPackage(place: string, source: string): boolean {
  const [, file = "", sources = ""] = /^((packages\/[^/]+\/src\/).+):\d+$/.exec(place) ?? []
  return sources !== "" && path.posix.join(path.posix.dirname(file), source).startsWith(sources)
}
