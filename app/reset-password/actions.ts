"use server"

import { setPassword } from "@/app/set-password"
import { requireStranger } from "@/lib/auth/mail-me"
import type { FormState } from "@/lib/form-state"

export async function resetPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  await requireStranger()
  return setPassword("password_reset", form)
}
