import { words } from "@/lib/texts/words"
import type { MailFacts } from "@/lib/users/ports/outbox"
import type { Compose } from "./letter"
import { pageAddress } from "./links"
import { timeInWords } from "./time"

export const loggedOutByAdmin: Compose<"logged_out_by_admin"> = ({ to, facts }, app) => ({
  subject: words("mail")("loggedOutByAdmin.subject"),
  opening: [words("mail")("loggedOutByAdmin.happened", { person: to })],
  facts: factsOf(facts),
  advice: [words("mail")("loggedOutByAdmin.next")],
  link: { label: words("mail")("loggedOutByAdmin.link"), address: pageAddress(app, "/login") },
})

/** The same of some of what they had. */
export const sessionsRevoked: Compose<"sessions_revoked"> = ({ to, facts }, app) => ({
  subject: words("mail")("sessionsRevoked.subject"),
  opening: [words("mail")("sessionsRevoked.happened", { person: to })],
  facts: factsOf(facts),
  advice: [words("mail")("sessionsRevoked.next")],
  link: {
    label: words("mail")("sessionsRevoked.link"),
    address: pageAddress(app, "/account/security"),
  },
})

const factsOf = ({ at, reason }: MailFacts["sessions_revoked"]) => [
  [words("mail")("time"), timeInWords(at)] as const,
  ...(reason ? ([[words("mail")("reason"), reason]] as const) : []),
]
