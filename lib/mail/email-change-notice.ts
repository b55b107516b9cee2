import { words } from "@/lib/texts/words"
import type { Compose } from "./letter"
import { linkAddress } from "./links"
import { timeInWords } from "./time"

export const emailChangeNotice: Compose<"email_change_notice"> = ({ to, secret, facts }, app) => ({
  subject: words("mail")("emailChangeNotice.subject"),
  opening: [
    words("mail")("emailChangeNotice.changed", { before: to, after: facts.newEmail }),
    words("mail")("emailChangeNotice.fine"),
    words("mail")("emailChangeNotice.otherwise"),
  ],
  link: {
    label: words("mail")("emailChangeNotice.link"),
    address: linkAddress(app, "email_change_undo", secret),
  },
  closing: [words("mail")("emailChangeNotice.rules", { until: timeInWords(facts.expiresAt) })],
})
