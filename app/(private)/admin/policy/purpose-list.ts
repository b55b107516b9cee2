import type { TokenPurpose } from "log-out-everywhere"
import { listed } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"
import { words } from "@/lib/texts/words"

/** "Session and API token"; empty when there is none. */
export const purposeList = (purposes: readonly TokenPurpose[]): string =>
  listed(
    currentLanguage(),
    purposes.map((purpose) => words("policy")(`purposes.${purpose}`)),
  )
