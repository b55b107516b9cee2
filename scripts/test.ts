/** `npm test`: everything, in order; the build comes beside the unit tests, which wait a lot. A part that fails does not keep the later ones from running. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { type Count, partCount, playwrightCount, vitestCount } from "@/scripts/checks/test-count"

interface Part {
  readonly name: string
  readonly command: string
  /** Where it leaves its results, if it has more than one. */
  readonly report?: string
  readonly count?: (json: string) => Count
  /** A part that runs at the same time. */
  readonly beside?: Part
}

const reports = path.resolve(".cache/reports")
const unit = path.join(reports, "unit.json")
const browser = path.join(reports, "browser.json")

const build: Part = { name: "build", command: "tsx scripts/build-command.ts --if-stale" }

const parts: readonly Part[] = [
  { name: "lint", command: "biome check --error-on-warnings" },
  { name: "tree", command: "tsx scripts/check-tree.ts" },
  { name: "types", command: "next typegen && tsc --noEmit" },
  {
    name: "unit",
    command: `vitest run --reporter=default --reporter=json --outputFile.json="${unit}"`,
    report: unit,
    count: vitestCount,
    beside: build,
  },
  {
    name: "browser",
    // Its workers take its options over. What they do in the database's client is too little for optimized code to pay.
    command: "node --liftoff-only node_modules/playwright/cli.js test --reporter=line,json",
    report: browser,
    count: playwrightCount,
  },
]

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const counts: Count[] = []
for (const part of parts) await Promise.all([part, part.beside].map((each) => each && take(each)))

async function take(part: Part): Promise<void> {
  console.log(`\n── ${part.name}`)
  const startedAt = Date.now()
  const isGreen = await run(part.command)
  const count = partCount(part.name, isGreen, readCount(part))
  counts.push(count)
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  console.log(`── ${part.name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s`)
}

const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
process.exitCode = failed === 0 ? 0 : 1
// A long log is often cut at its front.
for (const failure of counts.flatMap(({ failures }) => failures)) console.log(`\n✗ ${failure}`)
console.log(`\n${passed} passed, ${failed} failed`)

async function run(command: string): Promise<boolean> {
  const PATH = [path.resolve("node_modules/.bin"), process.env.PATH].join(path.delimiter)
  const own = { PATH, NEXT_TELEMETRY_DISABLED: "1", PLAYWRIGHT_JSON_OUTPUT_NAME: browser }
  const child = spawn(command, {
    shell: true,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...own },
  })
  const [code] = await once(child, "exit")
  return code === 0
}

function readCount({ report, count }: Part): Count | undefined {
  if (!report || !count || !existsSync(report)) return undefined
  return count(readFileSync(report, "utf8"))
}
