/**
 * `npm run build`: what others install, in `dist` or the folder that is named.
 *
 * One file of JavaScript for each door and for what doors share, and the declarations that can be reached from a
 * door: a third less to download than a file for each source.
 */
import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { build } from "esbuild"

const here = import.meta.dirname
const outdir = path.resolve(process.argv[2] ?? path.join(here, "dist"))
const doors = [
  ...["core", "live", "next", "next-auth", "page", "postgres", "react", "testing", "web"],
].map((door) => `${door}/index`)

rmSync(outdir, { recursive: true, force: true })
const compiler = createRequire(import.meta.url).resolve("typescript/package.json")
const options = ["-p", here, "--emitDeclarationOnly", "--outDir", outdir]
execFileSync(process.execPath, [path.join(path.dirname(compiler), "bin/tsc"), ...options], {
  stdio: "inherit",
})
await build({
  entryPoints: [...[...doors, "cli/main"].map((entry) => `${entry}.ts`), "react/style.css"].map(
    (entry) => path.join(here, "src", entry),
  ),
  outbase: path.join(here, "src"),
  outdir,
  chunkNames: "shared/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  minifySyntax: true,
  minifyWhitespace: true,
  // A trace names a line that can be read.
  lineLimit: 120,
})

const reached = new Set()
const waiting = doors.map((door) => path.join(outdir, `${door}.d.ts`))
for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
  if (reached.has(file)) continue
  reached.add(file)
  const imports = readFileSync(file, "utf8").matchAll(/(?:from|import\() ?"(\.[^"]+)\.[jt]sx?"/g)
  for (const [, name] of imports) waiting.push(path.join(path.dirname(file), `${name}.d.ts`))
}
for (const entry of readdirSync(outdir, { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name)
  if (file.endsWith(".d.ts") && !reached.has(file)) rmSync(file)
}
