import { mail } from "@/lib/texts/mail"
import type { Compose } from "./letter"
import { linkAddress } from "./links"
import { timeInWords } from "./time"

const words = mail.magicLink

export const magicLink: Compose<"magic_link"> = ({ to, secret, facts }, app) => ({
  subject: words.subject,
  opening: [words.asked(to)],
  link: { label: words.link, address: linkAddress(app, "magic_link", secret) },
  closing: [words.rules(timeInWords(facts.expiresAt)), words.otherwise],
})
