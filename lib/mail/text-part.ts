import { words } from "@/lib/texts/words"
import type { Letter } from "./letter"

export function textPart(letter: Letter, app: URL): string {
  const t = words("shell")
  const tMail = words("mail")
  const { subject, opening, facts = [], advice = [], link, closing = [] } = letter
  const parts = [
    subject,
    ...opening,
    facts.map(([name, value]) => `${name}: ${value}`).join("\n"),
    ...advice,
    `${link.label}:\n${link.address}`,
    ...closing,
    // Mail programs know what follows these two dashes as a signature.
    `-- \n${tMail("sentBy", { product: t("product"), address: app.origin })}`,
  ]
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`
}
