import { words } from "@/lib/texts/words"
import type { Compose } from "./letter"
import { pageAddress } from "./links"
import { timeInWords } from "./time"

export const sessionsRevoked: Compose<"sessions_revoked"> = ({ to, facts }, app) => ({
  subject: words("mail")("sessionsRevoked.subject"),
  opening: [words("mail")("sessionsRevoked.happened", { person: to })],
  facts: [
    [words("mail")("time"), timeInWords(facts.at)],
    ...(facts.reason ? ([[words("mail")("reason"), facts.reason]] as const) : []),
  ],
  advice: [words("mail")("sessionsRevoked.next")],
  link: {
    label: words("mail")("sessionsRevoked.link"),
    address: pageAddress(app, "/account/security"),
  },
})
