import { z } from "zod"
import { seal, unseal } from "@/lib/auth/cookies/sealed-cookie"
import { maxTripS, type Trip } from "@/lib/auth/cookies/trip-cookie"
import { isFirstUse } from "@/lib/db/throttles/first-use"
import type { Typed } from "@/lib/forms/form-state"

/** What a logged-in person went to a provider for. Bound to the session that they left with. */
export interface ProviderIntent {
  /** It is used once. */
  readonly id: string
  readonly kind: "link" | "prove"
  readonly provider: string
  readonly tokenId: string
  /** The epoch of that session: whatever ends other tokens ends the intent too. */
  readonly epoch: number
  /** The page where they were. */
  readonly returnTo: string
  /** When they left, in milliseconds since 1970. A proof at the provider must be later. */
  readonly at: number
  /** What was typed into the form of the act that asked for the proof. */
  readonly typed: Typed
}

const Intent = z.object({
  id: z.string(),
  kind: z.enum(["link", "prove"]),
  provider: z.string(),
  tokenId: z.string(),
  epoch: z.number(),
  returnTo: z.string(),
  at: z.number(),
  typed: z.record(z.string(), z.array(z.string())).default({}),
})

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
