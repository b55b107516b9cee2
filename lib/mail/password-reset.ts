import { mail } from "@/lib/texts/mail"
import type { Compose } from "./letter"
import { linkAddress } from "./links"
import { timeInWords } from "./time"

const words = mail.passwordReset

export const passwordReset: Compose<"password_reset"> = ({ to, secret, facts }, app) => ({
  subject: words.subject,
  opening: [
    facts.startedBy ? words.started(to) : words.asked(to),
    ...(facts.removed ? [mail.removed(facts.removed)] : []),
  ],
  link: { label: words.link, address: linkAddress(app, "password_reset", secret) },
  closing: [
    words.rules(timeInWords(facts.expiresAt)),
    facts.startedBy ? words.unexpected : words.otherwise,
  ],
})
