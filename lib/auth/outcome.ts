import "server-only"
import { endablePurposes, type RevocationCount } from "log-out-everywhere"
import { z } from "zod"
import { keysFor } from "@/lib/keys"
import { openFacts, sealFacts } from "@/lib/sealing"

/** How an act went, told by the page that it leads to. */
export interface Outcome {
  readonly notice: string
  readonly ended: RevocationCount
}

const lifetimeS = 10 * 60

/**
 * The page's address with the outcome in it. Sealed: a link that anybody wrote could claim that an account was
 * deleted, or that sessions ended.
 */
export async function withOutcome(
  page: string,
  notice: string,
  ended: RevocationCount = {},
): Promise<string> {
  const facts = { notice, ended }
  return `${page}?outcome=${await sealFacts(keysFor("outcomes"), facts, { audience: page }, lifetimeS)}`
}

/** The outcome in a page's query; null without one, and for one that was sealed for another page or is too old. */
export async function readOutcome(page: string, query: unknown): Promise<Outcome | null> {
  const { outcome } = Query.catch({}).parse(query)
  const opened = outcome ? await openFacts(keysFor("outcomes"), outcome, { audience: page }) : null
  return opened?.ok ? Facts.parse(opened.value) : null
}

/** The same page once more, where it tells this person in words how their act went. */
export async function withWords(path: string, userId: string, words: string): Promise<string> {
  const { pathname, searchParams } = partsOf(path)
  const reader = readerOf(pathname, userId)
  searchParams.set("said", await sealFacts(keysFor("outcomes"), { words }, reader, lifetimeS))
  return `${pathname}?${searchParams}`
}

/** The words that an act of this person left for this page; null without any. */
export async function readWords(path: string, userId: string): Promise<string | null> {
  const { pathname, searchParams } = partsOf(path)
  const said = searchParams.get("said")
  const reader = readerOf(pathname, userId)
  const opened = said ? await openFacts(keysFor("outcomes"), said, reader) : null
  return opened?.ok ? Words.parse(opened.value).words : null
}

const readerOf = (page: string, userId: string) =>
  ({ audience: `said at ${page}`, subject: userId }) as const

const partsOf = (path: string) => new URL(path, "https://app.invalid")

const Words = z.object({ words: z.string() })
const Query = z.object({ outcome: z.string().optional() })
const Facts = z.object({
  notice: z.string(),
  ended: z.partialRecord(z.enum([...endablePurposes, "browser"]), z.int()),
})
