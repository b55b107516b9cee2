import { lineInput } from "@/lib/forms/inputs"
import { words } from "@/lib/texts/words"
import { maxReasonLength } from "@/lib/users/admin/max-reason-length"

/** Why many people are logged out. They read it, so that it cannot be empty. */
export const reasonInput = lineInput(maxReasonLength, () =>
  words("sweepForm")("reasonTooLong", { max: maxReasonLength }),
).refine((reason) => reason !== "", { error: () => words("sweepForm")("reasonMissing") })
