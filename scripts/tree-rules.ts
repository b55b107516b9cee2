const LONGEST = 200

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

function lineProblems(place: string, line: string): string[] {
  const problems = []
  if (/\.(test|spec)\.tsx?:/.test(place) && OMITTED.test(line)) {
    problems.push(`${place} leaves tests out: each test runs on each machine.`)
  }
  const source = /(?:from|import|import\()\s*"(\.[^"]*)"/.exec(line)?.[1]
  if (source && isAcross(source) && !isSetting.test(place) && !isBetweenDoors(place, source)) {
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
const isSetting = /^[\w-]+\.config\.ts:/

/** The published package knows no "@/": from door to door it goes by the path that Node reads too. */
function isBetweenDoors(place: string, source: string): boolean {
  return /^packages\/[^/]+\/src\/[\w-]+\/[^/]+$/.test(place) && /^\.\.\/[\w-]+\/[^/]+$/.test(source)
}
