import { directions } from "@/lib/names/language"
import { currentLanguage } from "@/lib/texts/language"
import { words } from "@/lib/texts/words"
import { places } from "./places"

/** Where this address seems to be, in words: "near Uppsala, Sweden (approximate)". Null where that is not known. */
export function near(address: string | null): string | null {
  const place = address === null ? null : places().find(address, currentLanguage())
  if (!place) return null
  const { city, country } = place
  const t = words("place")
  if (city === null) return country === null ? null : t("inCountry", { country })
  return country === null ? t("nearCity", { city }) : t("nearCityInCountry", { city, country })
}

/**
 * An address, with where it seems to be, if that is known: for one line of text. Isolated, if the line is read from
 * right to left, which would tear it apart.
 */
export function withPlace(address: string): string {
  const place = near(address)
  const shown = directions[currentLanguage()] === "rtl" ? `\u2066${address}\u2069` : address
  return place === null ? shown : words("place")("addressAndPlace", { address: shown, place })
}
