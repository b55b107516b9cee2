import { z } from "zod"
import { seal, unseal } from "@/lib/auth/cookies/sealed-cookie"
import { maxTripS, type Trip } from "@/lib/auth/cookies/trip-cookie"
import { isFirstUse } from "@/lib/db/throttles/first-use"

const Intent = z.object({
  /** It is used once. */
  id: z.string(),
  kind: z.enum(["link", "prove"]),
  provider: z.string(),
  tokenId: z.string(),
  /** The epoch of that session: whatever ends other tokens ends the intent too. */
  epoch: z.number(),
  /** The page where they were. */
  returnTo: z.string(),
  /** When they left, in milliseconds since 1970. A proof at the provider must be later. */
  at: z.number(),
  /** What was typed into the form of the act that asked for the proof. */
  typed: z.record(z.string(), z.array(z.string()).readonly()).default({}),
})

/** What a logged-in person went to a provider for. Bound to the session that they left with. */
export type ProviderIntent = z.output<typeof Intent>

/** Sealed for one journey: it says nothing on another. */
export const sealIntent = (cookieName: string, intent: ProviderIntent): Promise<string> =>
  seal(cookieName, { ...intent }, maxTripS)

export async function readIntent(trip: Trip | null): Promise<ProviderIntent | null> {
  const sealed = trip?.kept.get("intent") ?? undefined
  return trip && (Intent.safeParse(await unseal(trip.cookieName, sealed)).data ?? null)
}

/** Uses an intent up, across processes: a copy of the cookie brings it back, and it does nothing more. */
export const consumeIntent = ({ id }: ProviderIntent): Promise<boolean> =>
  isFirstUse(`intent:${id}`, maxTripS)
