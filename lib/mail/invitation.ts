import { words } from "@/lib/texts/words"
import type { Compose } from "./letter"
import { linkAddress } from "./links"
import { timeInWords } from "./time"

export const invitation: Compose<"invitation"> = ({ secret, facts }, app) => {
  const t = words("mail")
  const product = words("shell")("product")
  return {
    subject: t("invitation.subject", { product }),
    opening: [t("invitation.made", { by: facts.invitedBy, product })],
    link: { label: t("invitation.link"), address: linkAddress(app, "invitation", secret) },
    closing: [
      t("invitation.rules", { until: timeInWords(facts.expiresAt) }),
      t("invitation.otherwise"),
    ],
  }
}
