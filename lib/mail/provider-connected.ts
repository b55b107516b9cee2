import { accountPages } from "@/lib/names/account-pages"
import { words } from "@/lib/texts/words"
import { deviceFacts } from "./device-facts"
import type { Compose } from "./letter"
import { pageAddress } from "./links"

export const providerConnected: Compose<"provider_connected"> = ({ to, facts }, app) => ({
  subject: words("mail")("providerConnected.subject"),
  opening: [words("mail")("providerConnected.happened", { person: to, provider: facts.provider })],
  facts: deviceFacts(facts),
  advice: [words("mail")("providerConnected.fine"), words("mail")("providerConnected.otherwise")],
  link: {
    label: words("mail")("providerConnected.link"),
    address: pageAddress(app, accountPages.connections),
  },
})
