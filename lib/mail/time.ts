import { exactTime } from "@/lib/texts/format"

/** Of an instant in ISO 8601. In UTC and saying so: a mail does not know its reader's zone. */
export const timeInWords = (instant: string): string => exactTime(new Date(instant), "UTC")
