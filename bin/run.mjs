/** Runs one of the build's commands: `node bin/run.mjs admin create you@example.com`. */
import { existsSync } from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { setFlagsFromString } from "node:v8"

// A command is over before optimized WebAssembly of the database's client pays: a third of its time went there.
setFlagsFromString("--liftoff-only")

const [name = "", ...given] = process.argv.slice(2)
const file = ["../dist", "../.next/standalone/dist"]
  .map((folder) => path.join(import.meta.dirname, folder, `${name}.js`))
  .find((candidate) => existsSync(candidate))
if (file) {
  process.argv.splice(1, process.argv.length, file, ...given)
  await import(pathToFileURL(file).href)
} else {
  console.error("There is no build: run `npm run build` first.")
  process.exitCode = 1
}
