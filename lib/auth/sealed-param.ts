import "server-only"
import { keysFor } from "@/lib/keys"
import { openFacts, sealFacts } from "@/lib/sealing"

/** For how long what a page's address says of an act is believed. */
export const lifetimeS = 10 * 60

/** The page's address with facts in it, sealed: on this page alone, and for this reader alone, they open. */
export async function withSealed(
  path: string,
  name: string,
  reader: string,
  facts: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { pathname, searchParams } = partsOf(path)
  const addressee = addresseeOf(name, pathname, reader)
  searchParams.set(name, await sealFacts(keysFor("outcomes"), facts, addressee, lifetimeS))
  return `${pathname}?${searchParams}`
}

/** The facts; null without any, and if they are another's or too old. */
export async function readSealed(path: string, name: string, reader: string): Promise<unknown> {
  const { pathname, searchParams } = partsOf(path)
  const sealed = searchParams.get(name)
  if (!sealed) return null
  const opened = await openFacts(keysFor("outcomes"), sealed, addresseeOf(name, pathname, reader))
  return opened.ok ? opened.value : null
}

/** The address without what earlier acts left in it, each of which has had its say. */
export function withoutSealed(path: string): string {
  const { pathname, searchParams } = partsOf(path)
  for (const name of ["outcome", "said", "typed"]) searchParams.delete(name)
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}

const addresseeOf = (name: string, page: string, reader: string) =>
  ({ audience: `${name} at ${page}`, subject: reader }) as const

const partsOf = (path: string) => new URL(path, "https://app.invalid")
