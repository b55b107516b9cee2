import { z } from "zod"
import { required } from "@/lib/forms/inputs"
import { words } from "@/lib/texts/words"

/** A new password, typed twice. */
export const NewPasswordInput = z
  .object({
    newPassword: z.string().min(1, required),
    newPasswordAgain: z.string(),
  })
  .refine(({ newPassword, newPasswordAgain }) => newPassword === newPasswordAgain, {
    path: ["newPasswordAgain"],
    error: () => words("password")("mismatch"),
  })
