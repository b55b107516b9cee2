import { mail } from "@/lib/texts/mail"
import { deviceFacts } from "./device-facts"
import type { Compose } from "./letter"
import { pageAddress } from "./links"

const words = mail.passwordChanged

export const passwordChanged: Compose<"password_changed"> = ({ to, facts }, app) => ({
  subject: words.subject,
  opening: [words.happened(to)],
  facts: deviceFacts(facts),
  advice: [...(facts.removed ? [mail.removed(facts.removed)] : []), words.fine, words.otherwise],
  link: { label: words.link, address: pageAddress(app, "/forgot-password") },
})
