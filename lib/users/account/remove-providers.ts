import type { Stores } from "@/lib/users/ports/stores"

/** What people call a provider: "GitHub" for "github". */
export type ProviderName = (provider: string) => string

/**
 * Removes the log-ins that were connected since a moment. An intruder in the account may have connected them,
 * to come back through them once everything else has ended.
 *
 * Part of an act's transaction. Returns what the act's audit entry and its mail say of it.
 */
export async function removeProviders(
  { accounts }: Pick<Stores, "accounts">,
  userId: string,
  since: Date,
  nameOf: ProviderName,
): Promise<{ readonly details?: { providers: readonly string[] }; readonly removed?: string }> {
  const providers = await accounts.unlinkSince(userId, since)
  if (providers.length === 0) return {}
  return { details: { providers }, removed: providers.map(nameOf).join(", ") }
}
