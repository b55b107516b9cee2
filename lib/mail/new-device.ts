import { mail } from "@/lib/texts/mail"
import { deviceFacts } from "./device-facts"
import type { Compose } from "./letter"
import { linkAddress } from "./links"

const words = mail.newDevice

export const newDevice: Compose<"new_device"> = ({ to, secret, facts }, app) => ({
  subject: words.subject,
  opening: [words.happened(to)],
  facts: deviceFacts(facts),
  link: { label: words.link, address: linkAddress(app, "report", secret) },
  advice: [words.fine, words.otherwise],
  closing: [words.rules],
})
