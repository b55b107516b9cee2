import { mail } from "@/lib/texts/mail"
import type { Compose } from "./letter"
import { pageAddress } from "./links"
import { timeInWords } from "./time"

const words = mail.loggedOutByAdmin

export const loggedOutByAdmin: Compose<"logged_out_by_admin"> = ({ to, facts }, app) => ({
  subject: words.subject,
  opening: [words.happened(to)],
  facts: [
    [mail.time, timeInWords(facts.at)],
    ...(facts.reason ? ([[mail.reason, facts.reason]] as const) : []),
  ],
  advice: [words.next],
  link: { label: words.link, address: pageAddress(app, "/login") },
})
