import { mail } from "@/lib/texts/mail"
import type { Compose } from "./letter"
import { linkAddress } from "./links"
import { timeInWords } from "./time"

const words = mail.emailChange

export const emailChange: Compose<"email_change"> = ({ to, secret, facts }, app) => ({
  subject: words.subject,
  opening: [words.asked(facts.oldEmail, to)],
  link: { label: words.link, address: linkAddress(app, "email_change", secret) },
  closing: [words.rules(timeInWords(facts.expiresAt)), words.otherwise],
})
