import { mail } from "@/lib/texts/mail"
import type { Compose } from "./letter"
import { linkAddress } from "./links"
import { timeInWords } from "./time"

const words = mail.emailChangeNotice

export const emailChangeNotice: Compose<"email_change_notice"> = ({ to, secret, facts }, app) => ({
  subject: words.subject,
  opening: [words.changed(to, facts.newEmail), words.fine, words.otherwise],
  link: { label: words.link, address: linkAddress(app, "email_change_undo", secret) },
  closing: [words.rules(timeInWords(facts.expiresAt))],
})
