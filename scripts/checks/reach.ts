import type { ICruiseResult } from "dependency-cruiser"

/** Whether a file comes to another by its imports, not counting the ways through files that are left out. */
export function reachIn(
  { modules }: Pick<ICruiseResult, "modules">,
  isLeftOut: (file: string) => boolean,
) {
  const imports = new Map(
    modules.map(({ source, dependencies }) => [source, dependencies.map((to) => to.resolved)]),
  )
  return (from: string, target: string): boolean => {
    const seen = new Set([from])
    for (const file of seen) {
      if (isLeftOut(file)) continue
      for (const imported of imports.get(file) ?? []) seen.add(imported)
    }
    return seen.has(target)
  }
}
