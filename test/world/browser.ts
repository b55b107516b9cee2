/** Finds a Chromium to test in. There is always one or an error that says what to do. */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { chromium } from "playwright/test"

export interface Browser {
  readonly executablePath: string
  /** What it needs beside the environment of this process. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * Own settings first, then what npm brought, then what the system has.
 *
 * The one from npm is built without windows, and needs a third less of the processor.
 */
export async function findBrowser(): Promise<Browser> {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH) {
    if (runs(CHROME_PATH, {})) return { executablePath: CHROME_PATH, env: {} }
    throw new Error(`CHROME_PATH names ${CHROME_PATH}, which does not run.`)
  }
  const packed = await packedBrowser()
  if (packed) return packed
  const executablePath = [...systemBrowsers(), chromium.executablePath()].find((file) =>
    runs(file, {}),
  )
  if (executablePath) return { executablePath, env: {} }
  const remedy = "apt-get install chromium, or: npx playwright install --with-deps chromium"
  throw new Error(`The browser tests need Chromium. Install it: ${remedy}`)
}

/** Outside of Playwright's own runner, which launches it itself. */
export async function launchBrowser(...args: readonly string[]) {
  const { executablePath, env } = await findBrowser()
  return chromium.launch({
    executablePath,
    // Chromium's sandbox does not start as root, nor in most containers.
    args: ["--no-sandbox", ...args],
    env: { ...process.env, ...env } as Record<string, string>,
  })
}

function systemBrowsers(): string[] {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
  const folders = (process.env.PATH ?? "").split(path.delimiter)
  const applications = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
  return [
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    applications,
  ]
}

/** Some systems have a file of that name that only says how to install the browser. */
function runs(file: string, env: Browser["env"]): boolean {
  if (!existsSync(file)) return false
  return spawnSync(file, ["--version"], { env: { ...process.env, ...env } }).status === 0
}

/**
 * From npm, for Linux on x64. It unpacks into the temporary folder and trusts what it finds there,
 * so it is given a folder that only this project writes to.
 */
async function packedBrowser(): Promise<Browser | undefined> {
  const name = "@sparticuz/chromium"
  const folder = path.resolve(".cache/chromium")
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { TMPDIR } = process.env
    process.env.TMPDIR = folder
    const { default: packed, inflate } = await import(name)
    const executablePath: string = await packed.executablePath()
    const binaries = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), "../bin")
    await inflate(path.join(binaries, "al2023.tar.br"))
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    const env = { LD_LIBRARY_PATH: path.join(folder, "al2023/lib") }
    if (runs(executablePath, env)) return { executablePath, env }
  } catch {
    // Another system, another processor: what is installed there will do.
  }
  // What was unpacked by halves would be trusted the next time.
  rmSync(folder, { recursive: true, force: true })
  return undefined
}
