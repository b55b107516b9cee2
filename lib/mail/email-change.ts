import { words } from "@/lib/texts/words"
import type { Compose } from "./letter"
import { linkAddress } from "./links"
import { timeInWords } from "./time"

export const emailChange: Compose<"email_change"> = ({ to, secret, facts }, app) => ({
  subject: words("mail")("emailChange.subject"),
  opening: [words("mail")("emailChange.asked", { before: facts.oldEmail, after: to })],
  link: {
    label: words("mail")("emailChange.link"),
    address: linkAddress(app, "email_change", secret),
  },
  closing: [
    words("mail")("emailChange.rules", { until: timeInWords(facts.expiresAt) }),
    words("mail")("emailChange.otherwise"),
  ],
})
