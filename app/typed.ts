import { z } from "zod"

/** What somebody typed into a line: trimmed, and without the NUL that PostgreSQL keeps in no text. */
export const typed = (most: number, tooLong?: string) =>
  z
    .string()
    .transform((text) => text.replaceAll("\0", "").trim())
    .pipe(z.string().max(most, tooLong))
