import { words } from "@/lib/texts/words"
import { deviceFacts } from "./device-facts"
import type { Compose } from "./letter"
import { linkAddress } from "./links"

export const newDevice: Compose<"new_device"> = ({ to, secret, facts }, app) => ({
  subject: words("mail")("newDevice.subject"),
  opening: [words("mail")("newDevice.happened", { person: to })],
  facts: deviceFacts(facts),
  link: { label: words("mail")("newDevice.link"), address: linkAddress(app, "report", secret) },
  advice: [words("mail")("newDevice.fine"), words("mail")("newDevice.otherwise")],
  closing: [words("mail")("newDevice.rules")],
})
