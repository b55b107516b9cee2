import type { AuditEntry, Stores } from "@/lib/users/ports/stores"

/** What people call a provider: "GitHub" for "github". */
export type ProviderName = (provider: string) => string

interface RemovedProviders {
  readonly told: Pick<AuditEntry, "details">
  readonly mailed: { readonly removed?: string }
}

export const noneRemoved: RemovedProviders = { told: {}, mailed: {} }

/**
 * Removes the log-ins that were connected since a moment. An intruder in the account may have connected them,
 * to come back through them once everything else has ended.
 *
 * Part of an act's transaction. Returns what the act's audit entry says of it, and what its mail does.
 */
export async function removeProviders(
  { accounts }: Pick<Stores, "accounts">,
  userId: string,
  since: Date,
  nameOf: ProviderName,
): Promise<RemovedProviders> {
  const providers = await accounts.unlinkSince(userId, since)
  if (providers.length === 0) return noneRemoved
  return {
    told: { details: { providers } },
    mailed: { removed: providers.map(nameOf).join(", ") },
  }
}
