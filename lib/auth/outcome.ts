import "server-only"
import { endablePurposes, type RevocationCount } from "log-out-everywhere"
import { z } from "zod"
import { keysFor } from "@/lib/keys"
import { openFacts, sealFacts } from "@/lib/sealing"
import { lifetimeS, readSealed, withSealed } from "./sealed-param"

/** How an act went, told by the page that it leads to. */
export interface Outcome {
  readonly notice: string
  readonly ended: RevocationCount
}

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
export const withWords = (path: string, userId: string, words: string): Promise<string> =>
  withSealed(path, "said", userId, { words })

/** The words that an act of this person left for this page; null without any. */
export async function readWords(path: string, userId: string): Promise<string | null> {
  const facts = await readSealed(path, "said", userId)
  return facts === null ? null : Words.parse(facts).words
}

const Words = z.object({ words: z.string() })
const Query = z.object({ outcome: z.string().optional() })
const Facts = z.object({
  notice: z.string(),
  ended: z.partialRecord(z.enum([...endablePurposes, "browser"]), z.int()),
})
