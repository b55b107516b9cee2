import { mail as words } from "@/lib/texts/mail"
import { shell } from "@/lib/texts/shell"
import type { Letter } from "./letter"

export function textPart(letter: Letter, app: URL): string {
  const { subject, opening, facts = [], advice = [], link, closing = [] } = letter
  const parts = [
    subject,
    ...opening,
    facts.map(([name, value]) => `${name}: ${value}`).join("\n"),
    ...advice,
    `${link.label}:\n${link.address}`,
    ...closing,
    // Mail programs know what follows these two dashes as a signature.
    `-- \n${words.sentBy(shell.product, app.origin)}`,
  ]
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`
}
