"use server"

import { after } from "next/server"
import { actOfAnyone } from "@/app/act"
import { MailMeInput } from "@/lib/auth/mail-me"
import { parts } from "@/lib/db/parts"
import { done } from "@/lib/forms/form-state"
import { words } from "@/lib/texts/words"
import { requestPasswordReset } from "@/lib/users/account/start-password-reset"

/** The same answer in the same time for everybody: what depends on the address comes after the answer. */
export const forgotPasswordAction = actOfAnyone(
  MailMeInput,
  async ({ address, admit }, { email }) => {
    after(async () => {
      if (await admit("password_reset", email)) {
        await requestPasswordReset(parts(), email, address)
      }
    })
    return done(words("links")("forgot.sent"))
  },
)
