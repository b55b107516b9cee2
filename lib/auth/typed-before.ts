import "server-only"
import { z } from "zod"
import type { Typed } from "@/lib/forms/form-state"
import { readSealed, withSealed } from "./sealed-param"

/** The page's address with what this session had typed there before it went to prove who it is. */
export const withTypedBefore = async (path: string, tokenId: string, typed: Typed) =>
  Object.keys(typed).length === 0 ? path : withSealed(path, "typed", tokenId, { typed })

/** What the session had typed on this page; null without any. */
export async function readTypedBefore(path: string, tokenId: string): Promise<Typed | null> {
  const facts = await readSealed(path, "typed", tokenId)
  return facts === null ? null : Facts.parse(facts).typed
}

const Facts = z.object({ typed: z.record(z.string(), z.array(z.string())) })
