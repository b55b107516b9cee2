/** A release of before, made out of the history as an operator makes one. */
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

export interface EarlierRelease {
  readonly folder: string
  /** By its subject and the beginning of its hash. */
  readonly name: string
}

/**
 * The commit that is wanted, or else the last one before the newest migration. Null where there is no history to
 * find it in. Throws if Git does not know the one that is wanted.
 */
export function earlierRevision(wanted: string | undefined): string | null {
  if (wanted !== undefined) {
    const known = git("rev-parse", "--verify", "--quiet", `${wanted}^{commit}`)
    if (known === null) throw new Error(`Git knows no commit ${wanted} here.`)
    return known
  }
  const added = git("log", "--diff-filter=A", "-1", "--format=%H", "--", "prisma/migrations")
  return added && git("rev-parse", "--verify", "--quiet", `${added}^`)
}

/** Installs and builds it, unless an earlier run has. */
export async function makeRelease(revision: string): Promise<EarlierRelease> {
  const name = git("log", "-1", "--format=%h %s", revision) ?? revision
  // Next takes the folder of the outermost lock file for the app's: it must not be in this one.
  const folder = path.join(tmpdir(), "loe-releases", revision)
  const built = path.join(folder, ".built")
  if (existsSync(built)) return { folder, name }
  console.log(`Installing and building ${name} …`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const archive = path.join(folder, "release.tar")
  git("archive", "--output", archive, revision)
  await run(folder, "tar", "-xf", archive)
  rmSync(archive)
  await run(folder, "npm", "ci", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error")
  await run(folder, "npm", "run", "build")
  writeFileSync(built, revision)
  return { folder, name }
}

/** What it says; null if it fails, or if there is no Git. */
function git(...words: readonly string[]): string | null {
  const { status, stdout } = spawnSync("git", words, { encoding: "utf8" })
  return status === 0 ? stdout.trim() : null
}

async function run(folder: string, program: string, ...words: readonly string[]): Promise<void> {
  const child = spawn(program, words, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] })
  const [code] = await once(child, "exit")
  if (code !== 0) throw new Error(`This failed in ${folder}: ${program} ${words.join(" ")}`)
}
