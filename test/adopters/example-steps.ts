/** What examples/next-auth-prisma/steps.md tells an engineer to do, and to undo. */
import { execFile } from "node:child_process"
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import { sourceFiles } from "@/scripts/checks/source-files"

const example = "examples/next-auth-prisma"
const name = "log-out-everywhere"
const printedFile = /^```tsx?\n\/\/ (\S+)\n(.*?)^```$/gms

/** As `npm install` of the packed package does, without asking a registry. */
export async function installPackage(app: string): Promise<void> {
  const packed = path.join(app, ".packed")
  const source = `packages/${name}`
  mkdirSync(packed, { recursive: true })
  for (const file of ["package.json", "README.md", "LICENSE"])
    cpSync(path.join(source, file), path.join(packed, file))
  await execute(process.execPath, [`${source}/build.mjs`, `${packed}/dist`])
  await execute("npm", ["pack", "--ignore-scripts"], packed)

  const { version } = packageIn(packed)
  const place = path.join(app, "node_modules", name)
  mkdirSync(place, { recursive: true })
  const tarball = path.join(packed, `${name}-${version}.tgz`)
  await execute("tar", ["-xzf", tarball, "-C", place, "--strip-components=1"])
  rmSync(packed, { recursive: true })

  const settings = packageIn(app)
  settings.dependencies[name] = version
  writeFileSync(path.join(app, "package.json"), `${JSON.stringify(settings, null, 2)}\n`)
}

/** What an engineer writes by steps.md: the files that it prints, and its diff. */
export async function takeSteps(app: string): Promise<void> {
  const steps = readFileSync(path.join(app, "steps.md"), "utf8")
  for (const [, file = "", text = ""] of steps.matchAll(printedFile)) {
    if (existsSync(path.join(app, file))) throw new Error(`${file} is there already.`)
    mkdirSync(path.dirname(path.join(app, file)), { recursive: true })
    writeFileSync(path.join(app, file), text)
  }
  for (const diff of diffsIn(steps)) await patch(app, diff, [])
}

/** The way back: the diffs in reverse, and without the files. */
export async function takeStepsBack(app: string): Promise<void> {
  const steps = readFileSync(path.join(app, "steps.md"), "utf8")
  for (const diff of diffsIn(steps).toReversed()) await patch(app, diff, ["--reverse"])
  for (const [, file = ""] of steps.matchAll(printedFile)) rmSync(path.join(app, file))
  rmSync(path.join(app, "app/api/live"), { recursive: true })
  cpSync(path.join(example, "package.json"), path.join(app, "package.json"))
}

/** How many lines each file that is printed has, and how many the diff adds and takes away. */
export function linesOfSteps() {
  const steps = readFileSync(path.join(example, "steps.md"), "utf8")
  const files = [...steps.matchAll(printedFile)]
  const diff = diffsIn(steps).join("")
  return {
    printed: Object.fromEntries(
      files.map(([, file = "", text = ""]) => [file, text.split("\n").length - 1]),
    ),
    typed: diff.match(/^\+(?!\+\+ )/gm)?.length ?? 0,
    removed: diff.match(/^-(?!-- )/gm)?.length ?? 0,
  }
}

const diffsIn = (steps: string): readonly string[] =>
  [...steps.matchAll(/^```diff\n(.*?)^```$/gms)].map(([, diff = ""]) => diff)

async function patch(app: string, diff: string, options: readonly string[]): Promise<void> {
  const file = path.join(app, ".steps.diff")
  writeFileSync(file, diff)
  await execute("git", ["apply", "--unidiff-zero", ...options, file], app)
  rmSync(file)
}

async function execute(program: string, args: readonly string[], cwd = "."): Promise<string> {
  const done = await promisify(execFile)(program, args, { cwd }).catch(({ stdout, stderr }) => {
    throw new Error(`${program} ${args.join(" ")} fails:\n${stdout}${stderr}`)
  })
  return done.stdout
}

/** The text of each file of the example as it is in this folder, but for the one that Next rewrites. */
export function textsIn(folder: string): readonly string[] {
  const files = sourceFiles(example).filter((file) => !/tsconfig/.test(file))
  const names = files.map((file) => path.relative(example, file))
  return names.map((each) => readFileSync(path.join(folder, each), "utf8"))
}

const packageIn = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"))
