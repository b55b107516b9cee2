import { spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import path from "node:path"
import { bundle, type commands } from "@/scripts/release/bundle"

export interface BundledCommands {
  /** Exit code and everything it said, with standard input closed but for what is put in. */
  readonly run: (
    command: readonly [keyof typeof commands, ...string[]],
    settings: Readonly<Record<string, string>>,
    input?: string,
  ) => { readonly status: number | null; readonly says: string }
  readonly remove: () => void
}

/** For tests: the operators' commands as a release has them, but for the packages. */
export async function bundledCommands(): Promise<BundledCommands> {
  const folder = path.resolve(".cache", `commands-${process.pid}`)
  await bundle(folder)
  return {
    run([name, ...rest], settings, input = "") {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        // As bin/run.mjs has it.
        ["--liftoff-only", path.join(folder, `${name}.js`), ...rest],
        { env: { ...process.env, ...settings }, input, encoding: "utf8" },
      )
      return { status, says: (stdout + stderr).trim() }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
