/**
 * Runs a script of the project on a fresh clone: `node scripts/launch.mjs scripts/demo.ts`.
 *
 * Plain JavaScript with nothing but Node's own modules, since there may be no others yet.
 */
import path from "node:path"
import { pathToFileURL } from "node:url"
import { install } from "./install.mjs"

const [script, ...rest] = process.argv.slice(2)
if (!script) throw new Error("Which script?")

install(".")
const own = path.dirname(script)
if (own !== "scripts") install(own)

process.argv.splice(1, process.argv.length, path.resolve(script), ...rest)
await import("tsx")
await import(pathToFileURL(script).href)
