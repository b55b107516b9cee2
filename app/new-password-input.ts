import { z } from "zod"
import { texts } from "@/lib/texts"

/** A new password, typed twice. */
export const NewPasswordInput = z
  .object({
    newPassword: z.string().min(1, texts.form.required),
    newPasswordAgain: z.string(),
  })
  .refine(({ newPassword, newPasswordAgain }) => newPassword === newPasswordAgain, {
    path: ["newPasswordAgain"],
    message: texts.password.mismatch,
  })
