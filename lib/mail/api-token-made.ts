import { accountPages } from "@/lib/names/account-pages"
import { mail } from "@/lib/texts/mail"
import { deviceFacts } from "./device-facts"
import type { Compose } from "./letter"
import { pageAddress } from "./links"

const words = mail.apiTokenMade

export const apiTokenMade: Compose<"api_token_made"> = ({ to, facts }, app) => ({
  subject: words.subject,
  opening: [words.happened(to)],
  facts: [[words.name, facts.name], ...deviceFacts(facts)],
  advice: [words.fine, words.otherwise],
  link: { label: words.link, address: pageAddress(app, accountPages.apiTokens) },
})
