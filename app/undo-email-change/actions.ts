"use server"

import { redirect } from "next/navigation"
import { actByLink, nothing } from "@/app/act"
import { endedInUrl } from "@/app/ended-in-url"
import { authentication } from "@/authentication"
import { dropLink } from "@/lib/auth/cookies/link-cookie"
import { providerName } from "@/lib/auth/providers/providers"
import { transact } from "@/lib/db/users/stores"
import { failed } from "@/lib/forms/form-state"
import { texts } from "@/lib/texts"
import { undoEmailChange } from "@/lib/users/account/undo-email-change"

export const undoEmailChangeAction = actByLink(
  "email_change_undo",
  nothing,
  async ({ secret, address }) => {
    const { policy, logOutEverywhere } = authentication
    const link = { secret, address, nameOf: providerName }
    const result = await undoEmailChange(transact, policy, link, logOutEverywhere.purposes)
    if (!result.ok) {
      return failed(result.failure === "email_taken" ? texts.links.emailTaken : texts.links.over)
    }
    await dropLink()
    redirect(`/login?notice=email_restored&ended=${endedInUrl(result.value.ended)}`)
  },
)
