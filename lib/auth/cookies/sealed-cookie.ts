import { keysFor } from "@/lib/keys"
import { openFacts, sealFacts } from "@/lib/sealing"

/** Seals a few facts into a cookie's value, which opens under this cookie's name and no other. */
export function seal(
  cookieName: string,
  facts: Record<string, unknown>,
  maxAgeS: number,
): Promise<string> {
  return sealFacts(keysFor("cookies"), facts, { audience: cookieName }, maxAgeS)
}

/** Opens a sealed value; null for anything that we did not seal, or too long ago. */
export async function unseal(
  cookieName: string,
  value: string | undefined,
): Promise<Record<string, unknown> | null> {
  if (!value) return null
  const opened = await openFacts(keysFor("cookies"), value, { audience: cookieName })
  return opened.ok ? opened.value : null
}
