import { words } from "@/lib/texts/words"
import type { Compose } from "./letter"
import { pageAddress } from "./links"
import { timeInWords } from "./time"

export const loggedOutByAdmin: Compose<"logged_out_by_admin"> = ({ to, facts }, app) => ({
  subject: words("mail")("loggedOutByAdmin.subject"),
  opening: [words("mail")("loggedOutByAdmin.happened", { person: to })],
  facts: [
    [words("mail")("time"), timeInWords(facts.at)],
    ...(facts.reason ? ([[words("mail")("reason"), facts.reason]] as const) : []),
  ],
  advice: [words("mail")("loggedOutByAdmin.next")],
  link: { label: words("mail")("loggedOutByAdmin.link"), address: pageAddress(app, "/login") },
})
