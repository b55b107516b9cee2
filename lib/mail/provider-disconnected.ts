import { words } from "@/lib/texts/words"
import { deviceFacts } from "./device-facts"
import type { Compose } from "./letter"
import { pageAddress } from "./links"

export const providerDisconnected: Compose<"provider_disconnected"> = ({ to, facts }, app) => ({
  subject: words("mail")("providerDisconnected.subject"),
  opening: [
    words("mail")("providerDisconnected.happened", { person: to, provider: facts.provider }),
  ],
  facts: deviceFacts(facts),
  advice: [
    words("mail")("providerDisconnected.fine"),
    words("mail")("providerDisconnected.otherwise"),
  ],
  link: {
    label: words("mail")("providerDisconnected.link"),
    address: pageAddress(app, "/forgot-password"),
  },
})
