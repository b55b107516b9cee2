import { mail } from "@/lib/texts/mail"
import { deviceFacts } from "./device-facts"
import type { Compose } from "./letter"
import { pageAddress } from "./links"

const words = mail.providerDisconnected

export const providerDisconnected: Compose<"provider_disconnected"> = ({ to, facts }, app) => ({
  subject: words.subject,
  opening: [words.happened(to, facts.provider)],
  facts: deviceFacts(facts),
  advice: [words.fine, words.otherwise],
  link: { label: words.link, address: pageAddress(app, "/forgot-password") },
})
