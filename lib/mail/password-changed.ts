import { words } from "@/lib/texts/words"
import { deviceFacts } from "./device-facts"
import type { Compose } from "./letter"
import { pageAddress } from "./links"

export const passwordChanged: Compose<"password_changed"> = ({ to, facts }, app) => ({
  subject: words("mail")("passwordChanged.subject"),
  opening: [words("mail")("passwordChanged.happened", { person: to })],
  facts: deviceFacts(facts),
  advice: [
    ...(facts.removed ? [words("mail")("removed", { names: facts.removed })] : []),
    words("mail")("passwordChanged.fine"),
    words("mail")("passwordChanged.otherwise"),
  ],
  link: {
    label: words("mail")("passwordChanged.link"),
    address: pageAddress(app, "/forgot-password"),
  },
})
