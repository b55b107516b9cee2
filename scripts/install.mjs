/** Makes node_modules agree with package-lock.json, and the database client with the schema. */
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, statSync } from "node:fs"
import path from "node:path"

const SCHEMA = "prisma/schema.prisma"
const CLIENT = "lib/db/generated/client.ts"

/** Does nothing in a folder without a lock file, and nothing where all is in place. */
export function install(folder) {
  if (!existsSync(path.join(folder, "package-lock.json"))) return
  if (!isInstalled(folder)) {
    console.log(
      `Installing the packages of package-lock.json${folder === "." ? "" : ` in ${folder}`} …`,
    )
    npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], folder)
  }
  // The install itself does this, unless scripts are switched off.
  if (existsSync(path.join(folder, SCHEMA)) && !isGenerated(folder)) {
    console.log("Generating the database client …")
    npm(["exec", "--", "prisma", "generate"], folder)
  }
}

/** Compares with the record that npm keeps of what it installed, so an install by hand counts. */
function isInstalled(folder) {
  const record = path.join(folder, "node_modules/.package-lock.json")
  if (!existsSync(record)) return false
  const wanted = JSON.parse(readFileSync(path.join(folder, "package-lock.json"), "utf8")).packages
  const present = JSON.parse(readFileSync(record, "utf8")).packages
  return Object.entries(wanted).every(([name, { version, link, optional }]) => {
    // npm leaves out optional packages that are for other systems.
    if (name === "" || (optional && !present[name])) return true
    // A package of ours: the link to its folder has no version, the folder beside it in the record has.
    return link ? present[name]?.link === true : present[name]?.version === version
  })
}

function isGenerated(folder) {
  const client = path.join(folder, CLIENT)
  return (
    existsSync(client) && statSync(client).mtimeMs >= statSync(path.join(folder, SCHEMA)).mtimeMs
  )
}

function npm(command, cwd) {
  const { status } = spawnSync("npm", command, {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
    // There npm is a script.
    shell: process.platform === "win32",
  })
  if (status === 0) return
  console.error(`This failed: npm ${command.join(" ")}`)
  process.exit(1)
}
