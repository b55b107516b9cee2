/** Completes the folder that Next has traced, until it serves wherever it is copied to. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { bundle } from "./bundle"

/** What an image holds: no tests, no tools, no packages but those that serving needs. */
export const releaseTree = ".next/standalone"

const inside = (...parts: string[]) => path.join(releaseTree, ...parts)

/** What is compiled by us, which takes a second, where the pages are as they were. */
export async function bundleCommands(): Promise<void> {
  cpSync("bin", inside("bin"), { recursive: true })
  await bundle(inside("dist"))
}

export async function completeTree(): Promise<void> {
  cpSync(".next/static", inside(".next/static"), { recursive: true })
  await bundleCommands()
  // Next's own server would believe a client's X-Forwarded-For.
  rmSync(inside("server.js"), { force: true })
  // Next copies what it has read of the builder's settings, secrets and all.
  for (const file of readdirSync(releaseTree)) if (/^\.env/.test(file)) rmSync(inside(file))
  writeFileSync(inside("package.json"), ownPackage())
}

/** The same commands under the same names, without the packages that nobody will install. */
function ownPackage(): string {
  const { name, version, type, license, scripts } = JSON.parse(readFileSync("package.json", "utf8"))
  const kept = Object.entries<string>(scripts).filter(([, line]) => /\bbin\//.test(line))
  const own = { name, version, private: true, license, type, scripts: Object.fromEntries(kept) }
  return `${JSON.stringify(own, null, 2)}\n`
}
