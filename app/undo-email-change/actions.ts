"use server"

import { redirect } from "next/navigation"
import { actByLink, nothing } from "@/app/act"
import { dropLink } from "@/lib/auth/cookies/link-cookie"
import { withOutcome } from "@/lib/auth/outcome"
import { providerName } from "@/lib/auth/providers/providers"
import { parts } from "@/lib/db/parts"
import { failed } from "@/lib/forms/form-state"
import { words } from "@/lib/texts/words"
import { undoEmailChange } from "@/lib/users/account/undo-email-change"

export const undoEmailChangeAction = actByLink(
  "email_change_undo",
  nothing,
  async ({ secret, address }) => {
    const t = words("links")
    const link = { secret, address, nameOf: providerName }
    const result = await undoEmailChange(parts(), link)
    if (!result.ok) {
      return failed(result.failure === "email_taken" ? t("emailTaken") : t("over"))
    }
    await dropLink()
    redirect(await withOutcome("/login", "email_restored", result.value.ended))
  },
)
