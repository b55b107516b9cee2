"use server"

import { redirect } from "next/navigation"
import { actByLink, nothing } from "@/app/act"
import { dropLink } from "@/lib/auth/cookies/link-cookie"
import { openedLink } from "@/lib/auth/opened-link"
import { withOutcome } from "@/lib/auth/outcome"
import { getViewer } from "@/lib/auth/viewer"
import { parts } from "@/lib/db/parts"
import { failed } from "@/lib/forms/form-state"
import { accountPages } from "@/lib/names/account-pages"
import { words } from "@/lib/texts/words"
import { confirmEmailChange } from "@/lib/users/account/change-email"

/** The link alone confirms: it shows that the person who asked reads the new mailbox. */
export const confirmEmailAction = actByLink(
  "email_change",
  nothing,
  async ({ secret, address }) => {
    const t = words("links")
    const [opened, viewer] = [await openedLink("email_change"), await getViewer()]
    if (!opened.ok) return failed(t("over"))
    const isOwn = viewer?.userId === opened.value.owner.id
    const currentTokenId = isOwn ? viewer.session.id : null
    const confirmation = { secret, currentTokenId, address }

    const result = await confirmEmailChange(parts(), confirmation)
    if (!result.ok) {
      return failed(result.failure === "email_taken" ? t("emailTaken") : t("over"))
    }
    await dropLink()
    redirect(await withOutcome(isOwn ? accountPages.email : "/login", "email_changed"))
  },
)
