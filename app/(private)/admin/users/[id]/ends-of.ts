import type { RevocationCount } from "log-out-everywhere"
import { countsOf } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"

/** What an act on a person ends, as a sentence. */
export function endsOf(ending: RevocationCount): string {
  const counts = countsOf(ending)
  return counts ? words("user")("ends", { counts }) : words("user")("endsNothing")
}
