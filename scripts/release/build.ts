import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { once } from "node:events"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { sourceFiles } from "@/scripts/checks/source-files"
import { type Release, releaseOf } from "./alike-builds"
import { bundleCommands, completeTree } from "./tree"

/** Written beside the build: what it was made from. */
const STAMP = ".next/sources"

export async function buildIfStale(output: "inherit" | "ignore" = "ignore"): Promise<void> {
  if (isBuildCurrent()) await bundleCommands()
  else await buildPagesIfStale(output)
}

/** For what runs the commands from their sources. */
export async function buildPagesIfStale(output: "inherit" | "ignore" = "ignore"): Promise<void> {
  if (isBuildCurrent()) return
  console.log("Building the app …")
  await build(output)
}

function isBuildCurrent(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === sourcesHash()
}

/** Rejects when the build fails; the sources are to blame, and Next has said how. */
export async function build(output: "inherit" | "ignore" = "inherit"): Promise<void> {
  const hash = sourcesHash()
  const { actionKey, buildId } = release(hash)
  const next = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey,
      LOE_BUILD_ID: buildId,
    },
    stdio: ["ignore", output, "inherit"],
  })
  const [code] = await once(next, "exit")
  if (code !== 0) throw new Error("The build failed.")
  await completeTree()
  writeFileSync(STAMP, hash)
}

/** An operator may set the key, the same wherever one release is built. */
export function release(hash = sourcesHash()): Release {
  const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: own } = process.env
  return { ...releaseOf(hash), ...(own && { actionKey: own }) }
}

function sourcesHash(): string {
  const hash = createHash("sha256")
  for (const file of sourceFiles().filter(isBuilt))
    hash.update(`${file}\n`).update(readFileSync(file))
  return hash.digest("hex")
}

/** What server.ts alone uses is not built but run, and what people read is neither. */
function isBuilt(file: string): boolean {
  if (file.startsWith("lib/server/") || file.endsWith(".md")) return false
  const isApp =
    /^(?:app|components|lib|packages|public)\/|^(?:auth|authentication|proxy)\.ts$/.test(file)
  const isSetting =
    /^(?:next\.config\.js|postcss\.config\.mjs|tsconfig(?:\.build)?\.json|package-lock\.json|prisma\/schema\.prisma)$/
  return (isApp || isSetting.test(file)) && !/\.test\.tsx?$/.test(file)
}
