import { mail } from "@/lib/texts/mail"
import type { Compose } from "./letter"
import { pageAddress } from "./links"
import { timeInWords } from "./time"

const words = mail.accountDeleted

export const accountDeleted: Compose<"account_deleted"> = ({ to, facts }, app) => ({
  subject: words.subject,
  opening: [words.by[facts.by](to)],
  facts: [
    ...(facts.address ? ([[mail.networkAddress, facts.address]] as const) : []),
    [mail.time, timeInWords(facts.at)],
  ],
  advice: [words.next],
  link: { label: words.link, address: pageAddress(app, "/login") },
  closing: [words.forgotten],
})
