import { exactTime } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"

/** Of an instant in ISO 8601. In UTC and saying so: a mail does not know its reader's zone. */
export const timeInWords = (instant: string): string =>
  exactTime(currentLanguage(), new Date(instant), "UTC")
