import { accountPages } from "@/lib/names/account-pages"
import { words } from "@/lib/texts/words"
import { deviceFacts } from "./device-facts"
import type { Compose } from "./letter"
import { pageAddress } from "./links"

export const apiTokenMade: Compose<"api_token_made"> = ({ to, facts }, app) => ({
  subject: words("mail")("apiTokenMade.subject"),
  opening: [words("mail")("apiTokenMade.happened", { person: to })],
  facts: [[words("mail")("apiTokenMade.name"), facts.name], ...deviceFacts(facts)],
  advice: [words("mail")("apiTokenMade.fine"), words("mail")("apiTokenMade.otherwise")],
  link: {
    label: words("mail")("apiTokenMade.link"),
    address: pageAddress(app, accountPages.apiTokens),
  },
})
