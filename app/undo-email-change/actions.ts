"use server"

import { redirect } from "next/navigation"
import { endedInUrl } from "@/app/ended-in-url"
import { authentication } from "@/authentication"
import { dropLink, readShownLink } from "@/lib/auth/link-cookie"
import { requireStranger } from "@/lib/auth/mail-me"
import { providerName } from "@/lib/auth/providers"
import { transact } from "@/lib/db/stores"
import { type FormState, failed } from "@/lib/form-state"
import { texts } from "@/lib/texts"
import { undoEmailChange } from "@/lib/users/undo-email-change"

export async function undoEmailChangeAction(_: FormState, form: FormData): Promise<FormState> {
  const { address } = await requireStranger()
  const secret = await readShownLink("email_change_undo", form)
  if (secret === null) return failed(texts.links.other)
  const { policy, logOutEverywhere } = authentication
  const link = { secret, address, nameOf: providerName }
  const result = await undoEmailChange(transact, policy, link, logOutEverywhere.purposes)
  if (!result.ok) {
    return failed(result.failure === "email_taken" ? texts.links.emailTaken : texts.links.over)
  }
  await dropLink()
  redirect(`/login?notice=email_restored&ended=${endedInUrl(result.value.ended)}`)
}
