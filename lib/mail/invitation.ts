import { mail } from "@/lib/texts/mail"
import { shell } from "@/lib/texts/shell"
import type { Compose } from "./letter"
import { linkAddress } from "./links"
import { timeInWords } from "./time"

const words = mail.invitation

export const invitation: Compose<"invitation"> = ({ secret, facts }, app) => ({
  subject: words.subject(shell.product),
  opening: [words.made(facts.invitedBy, shell.product)],
  link: { label: words.link, address: linkAddress(app, "invitation", secret) },
  closing: [words.rules(timeInWords(facts.expiresAt)), words.otherwise],
})
