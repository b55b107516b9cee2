import { z } from "zod"
import { emailProblem, parseEmail } from "@/lib/names/email"
import { cleanLine, lengthOf, maxLineLength } from "@/lib/names/line"
import { words } from "@/lib/texts/words"

/** What a field says that must not be empty: asked for when it is, in the language of that request. */
export const required = { error: () => words("form")("required") }

/** An email address as people and programs write it, in the one spelling under which it is kept. */
export const emailInput = z
  .string({ error: () => words("form")("email") })
  .transform((text, context) => {
    const t = words("form")
    const email = parseEmail(text)
    if (email !== null) return email
    const isLocalPart = emailProblem(text) === "local_part"
    context.addIssue(isLocalPart ? t("emailLocalPart") : t("email"))
    return z.NEVER
  })

/** What somebody wrote into a line: a name, a reason. Without what cannot be seen, and no longer than allowed. */
export const lineInput = (max = maxLineLength, tooLong?: () => string) =>
  z
    .string()
    .transform(cleanLine)
    .refine((line) => lengthOf(line) <= max, tooLong && { error: tooLong })

/** What another system calls somebody or something: as it is, but for the NUL that PostgreSQL keeps in no text. */
export const idInput = (max: number) =>
  z
    .string()
    .max(max)
    .refine((id) => !id.includes("\0"))
