import "server-only"
import { z } from "zod"
import type { Typed } from "@/lib/forms/form-state"
import { keysFor } from "@/lib/keys"
import { openFacts, sealFacts } from "@/lib/sealing"

const lifetimeS = 10 * 60

/** The page's address with what this session had typed there before it went to prove who it is. Sealed: it is theirs. */
export async function withTypedBefore(
  path: string,
  tokenId: string,
  typed: Typed,
): Promise<string> {
  if (Object.keys(typed).length === 0) return path
  const { pathname, searchParams } = partsOf(path)
  const reader = readerOf(pathname, tokenId)
  searchParams.set("typed", await sealFacts(keysFor("outcomes"), { typed }, reader, lifetimeS))
  return `${pathname}?${searchParams}`
}

/** What the session had typed on this page; null without any. */
export async function readTypedBefore(path: string, tokenId: string): Promise<Typed | null> {
  const { pathname, searchParams } = partsOf(path)
  const sealed = searchParams.get("typed")
  const reader = readerOf(pathname, tokenId)
  const opened = sealed ? await openFacts(keysFor("outcomes"), sealed, reader) : null
  return opened?.ok ? Facts.parse(opened.value).typed : null
}

const readerOf = (page: string, tokenId: string) =>
  ({ audience: `typed at ${page}`, subject: tokenId }) as const

const partsOf = (path: string) => new URL(path, "https://app.invalid")

const Facts = z.object({ typed: z.record(z.string(), z.array(z.string())) })
