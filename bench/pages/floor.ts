import { readFileSync } from "node:fs"
import path from "node:path"
import { gzipSync } from "node:zlib"
import { bareApp, buildBareApp } from "@/bench/bare-app"

/** Builds a bare page with the Next that is installed, and counts its scripts, compressed as a page's cost is. */
export function measureFloor(): number {
  buildBareApp()
  const page = readFileSync(path.join(bareApp, ".next/server/app/index.html"), "utf8")
  // A script for browsers without modules is loaded by none that we know.
  const scripts = [...page.matchAll(/<script src="\/_next\/(static\/[^"]+)"(?! noModule)/gi)]
  return scripts.reduce((sum, [, script = ""]) => {
    return sum + gzipSync(readFileSync(path.join(bareApp, ".next", script))).length
  }, 0)
}
