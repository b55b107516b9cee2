"use server"

import { actOfAnyone } from "@/app/act"
import { MailMeInput, mailMe } from "@/lib/auth/mail-me"
import { parts } from "@/lib/db/parts"
import { requestPasswordReset } from "@/lib/users/account/start-password-reset"

export const forgotPasswordAction = actOfAnyone(MailMeInput, async ({ address }, input) => {
  const { email } = input
  const wish = { kind: "password_reset", email, address } as const
  return mailMe(wish, input, () => requestPasswordReset(parts(), email, address))
})
