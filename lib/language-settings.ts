import { z } from "zod"
import { type Language, languages } from "@/lib/names/language"

export type OfferedLanguages = readonly [standard: Language, ...others: Language[]]

/** The first is for browsers that ask for none of them. */
export const offeredLanguages = z
  .string()
  .default("en-GB")
  .transform((text, context): OfferedLanguages => {
    const names = text.split(/[\s,]+/).filter((name) => name !== "")
    const [standard, ...others] = names.flatMap(
      (name) => languages.find((each) => each === name) ?? [],
    )
    if (standard && others.length === names.length - 1) return [standard, ...others]
    context.addIssue(`LANGUAGES must name one or several of: ${languages.join(", ")}.`)
    return z.NEVER
  })
