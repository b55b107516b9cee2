import { spawnSync } from "node:child_process"
import path from "node:path"
import type { ICruiseResult } from "dependency-cruiser"
import { sourceFiles } from "./source-files"

const [command, config] = [
  path.resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
  path.resolve(".dependency-cruiser.mjs"),
]

/** What the files import, by default all of the project's, and what the rules of `.dependency-cruiser.mjs` refuse. */
export function cruise(
  files: readonly string[] = sourceFiles().filter((file) => /\.tsx?$/.test(file)),
  cwd = ".",
): ICruiseResult {
  const options = ["--config", config, "--output-type", "json", ...files]
  const run = spawnSync(process.execPath, [command, ...options], {
    cwd,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  })
  if (!run.stdout) throw new Error(run.stderr)
  return JSON.parse(run.stdout)
}
