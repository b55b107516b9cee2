"use server"

import { after } from "next/server"
import { invalid } from "@/app/invalid"
import { authentication } from "@/authentication"
import { MailMeInput, requireStranger } from "@/lib/auth/mail-me"
import { transact } from "@/lib/db/stores"
import { done, type FormState } from "@/lib/form-state"
import { texts } from "@/lib/texts"
import { requestPasswordReset } from "@/lib/users/start-password-reset"

/** The same answer in the same time for everybody: what depends on the address comes after the answer. */
export async function forgotPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const { address, admit } = await requireStranger()
  const input = MailMeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)

  const { email } = input.data
  after(async () => {
    if (await admit("password_reset", email)) {
      await requestPasswordReset(transact, authentication.policy, email, address)
    }
  })
  return done(texts.links.forgot.sent)
}
