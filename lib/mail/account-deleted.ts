import { words } from "@/lib/texts/words"
import type { Compose } from "./letter"
import { pageAddress } from "./links"
import { timeInWords } from "./time"

export const accountDeleted: Compose<"account_deleted"> = ({ to, facts }, app) => ({
  subject: words("mail")("accountDeleted.subject"),
  opening: [words("mail")(`accountDeleted.by.${facts.by}`, { person: to })],
  facts: [
    ...(facts.address ? ([[words("mail")("networkAddress"), facts.address]] as const) : []),
    [words("mail")("time"), timeInWords(facts.at)],
  ],
  advice: [words("mail")("accountDeleted.next")],
  link: { label: words("mail")("accountDeleted.link"), address: pageAddress(app, "/login") },
  closing: [words("mail")("accountDeleted.forgotten")],
})
