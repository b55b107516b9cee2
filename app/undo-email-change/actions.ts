"use server"

import { redirect } from "next/navigation"
import { actByLink, nothing } from "@/app/act"
import { endedInUrl } from "@/app/ended-in-url"
import { dropLink } from "@/lib/auth/cookies/link-cookie"
import { providerName } from "@/lib/auth/providers/providers"
import { parts } from "@/lib/db/parts"
import { failed } from "@/lib/forms/form-state"
import { texts } from "@/lib/texts"
import { undoEmailChange } from "@/lib/users/account/undo-email-change"

export const undoEmailChangeAction = actByLink(
  "email_change_undo",
  nothing,
  async ({ secret, address }) => {
    const link = { secret, address, nameOf: providerName }
    const result = await undoEmailChange(parts(), link)
    if (!result.ok) {
      return failed(result.failure === "email_taken" ? texts.links.emailTaken : texts.links.over)
    }
    await dropLink()
    redirect(`/login?notice=email_restored&ended=${endedInUrl(result.value.ended)}`)
  },
)
