/** Packages of this project's own installation, laid into another folder as a true installation. */
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/**
 * Installs the packages with all that they need, file by file: Turbopack refuses a package that is linked
 * as a folder. Files are hard links where the file system allows it.
 */
export function installFrom(project: string, folder: string, names: readonly string[]): void {
  const { packages } = JSON.parse(
    readFileSync(path.join(project, "package-lock.json"), "utf8"),
  ) as { readonly packages: Readonly<Record<string, Locked>> }
  for (const place of closureOf(packages, names)) {
    const isNested = place.lastIndexOf("node_modules/") > 0
    // A nested package comes with the one that holds it.
    if (!isNested && existsSync(path.join(project, place)))
      linkTree(path.join(project, place), path.join(folder, place))
  }
}

function closureOf(
  packages: Readonly<Record<string, Locked>>,
  names: readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = names.map((name) => `node_modules/${name}`)
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const locked = packages[place]
    if (!locked || found.has(place)) continue
    found.add(place)
    const needed = [locked.dependencies, locked.optionalDependencies, locked.peerDependencies]
    for (const name of needed.flatMap((each) => Object.keys(each ?? {}))) {
      const home = placesAbove(place, name).find((each) => packages[each])
      if (home) waiting.push(home)
    }
  }
  return found
}

/** Where Node looks for a package, from the nearest. */
function placesAbove(place: string, name: string): string[] {
  const places = []
  for (let at = place; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/"))))
    places.push(`${at}/node_modules/${name}`)
  return [...places, `node_modules/${name}`]
}

function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isFile()) linkFile(source, target)
  }
}

function linkFile(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
}
