import { words } from "@/lib/texts/words"
import type { Compose } from "./letter"
import { linkAddress } from "./links"
import { timeInWords } from "./time"

export const passwordReset: Compose<"password_reset"> = ({ to, secret, facts }, app) => ({
  subject: words("mail")("passwordReset.subject"),
  opening: [
    facts.startedBy
      ? words("mail")("passwordReset.started", { person: to })
      : words("mail")("passwordReset.asked", { person: to }),
    ...(facts.removed ? [words("mail")("removed", { names: facts.removed })] : []),
  ],
  link: {
    label: words("mail")("passwordReset.link"),
    address: linkAddress(app, "password_reset", secret),
  },
  closing: [
    words("mail")("passwordReset.rules", { until: timeInWords(facts.expiresAt) }),
    facts.startedBy
      ? words("mail")("passwordReset.unexpected")
      : words("mail")("passwordReset.otherwise"),
  ],
})
