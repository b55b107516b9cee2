import { words } from "@/lib/texts/words"
import type { Compose } from "./letter"
import { linkAddress } from "./links"
import { timeInWords } from "./time"

export const magicLink: Compose<"magic_link"> = ({ to, secret, facts }, app) => ({
  subject: words("mail")("magicLink.subject"),
  opening: [words("mail")("magicLink.asked", { person: to })],
  link: { label: words("mail")("magicLink.link"), address: linkAddress(app, "magic_link", secret) },
  closing: [
    words("mail")("magicLink.rules", { until: timeInWords(facts.expiresAt) }),
    words("mail")("magicLink.otherwise"),
  ],
})
