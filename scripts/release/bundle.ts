/** Compiles the server and the operators' commands, so that production needs neither tsx nor TypeScript. */
import { cpSync, rmSync } from "node:fs"
import path from "node:path"
import { build } from "esbuild"

/** By name: `node bin/run.mjs admin` runs `admin`. */
export const commands = {
  start: "scripts/start.ts",
  prepare: "scripts/prepare.ts",
  heap: "scripts/heap.ts",
  migrate: "scripts/migrate-command.ts",
  admin: "scripts/admin.ts",
  expunge: "scripts/expunge.ts",
  sessions: "scripts/sessions.ts",
  mail: "scripts/mail.ts",
}

/**
 * What the pages load as packages too: a class must be the same one on both sides, and Next has traced
 * which of their files are needed.
 */
const shared = ["next", "pg", "pino", "@prisma/client", "@node-rs/argon2"]

/** Of the project in this folder, as the other one has it. */
export async function bundle(folder: string, project = "."): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  await build({
    absWorkingDir: path.resolve(project),
    entryPoints: commands,
    outdir: path.resolve(folder),
    bundle: true,
    splitting: true,
    chunkNames: "[name]-[hash]",
    format: "esm",
    platform: "node",
    target: "node20.19",
    external: shared.flatMap((name) => [name, `${name}/*`]),
    // Packages in CommonJS ask for Node's own modules this way.
    banner: {
      js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);',
    },
    logLevel: "warning",
  })
  // They are read from beside the code that applies them.
  cpSync(path.join(project, "prisma/migrations"), path.join(folder, "migrations"), {
    recursive: true,
  })
}
