import type { Credit } from "@/lib/place-settings"
import { processWide } from "@/lib/process-wide"
import type { Place } from "./place"

/** The operator's database of places, as pages and letters ask it. */
export interface Places {
  /** Where this address seems to be, or the network that it was shortened to. Null where the database does not know, and of every private network. */
  find(address: string, locale: string): Place | null
  /** The line that stands wherever places are shown. */
  readonly credit: Credit | null
}

/** Those of this process. */
export const places = (): Places => kept.places

export function keepPlaces(places: Places): void {
  kept.places = places
}

/** Without a database nothing is guessed. */
export const nowhere: Places = { find: () => null, credit: null }

const kept = processWide("places", () => ({ places: nowhere }))
