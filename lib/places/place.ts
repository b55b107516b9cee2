import { z } from "zod"
import { keptFormat } from "@/lib/texts/format"

/** Where an address seems to be: at least one of the two is known. */
export interface Place {
  readonly city: string | null
  readonly country: string | null
}

/**
 * The place in a record of a database, named for a reader of this language.
 *
 * Two shapes are about: names in several languages below `names` (MaxMind, DB-IP), and bare texts (IPinfo and others).
 */
export function placeIn(record: unknown, locale: string): Place | null {
  const { city, country, country_code: code } = PlaceRecord.parse(record)
  const place = { city: nameOf(city, locale), country: countryOf(country, code, locale) }
  return place.city || place.country ? place : null
}

const text = z.string().trim().optional().catch(undefined)
const Named = z.object({
  names: z.record(z.string(), z.string().optional()).catch({}),
  name: text,
  iso_code: text,
})
const named = z
  .preprocess((value) => (typeof value === "string" ? { name: value } : value), Named)
  .optional()
  .catch(undefined)

type Named = z.output<typeof named>

const PlaceRecord = z
  .object({ city: named, country: named, country_code: text })
  .catch({ city: undefined, country: undefined, country_code: undefined })

const ownName = (named: Named, locale: string) =>
  named?.names[locale] || named?.names[new Intl.Locale(locale).language]

/** English is what every database has. */
const nameOf = (named: Named, locale: string) =>
  ownName(named, locale) || named?.names.en || named?.name || null

function countryOf(country: Named, flatCode: string | undefined, locale: string): string | null {
  const code = [country?.iso_code, flatCode, country?.name].find((text) => isCode.test(text ?? ""))
  const name = ownName(country, locale) || (code && countryName(code, locale))
  return name || (country?.name === code ? null : nameOf(country, locale))
}

const isCode = /^[A-Z]{2}$/

/** Nothing where Unicode has no name for the code, or only one that says so. */
function countryName(code: string, locale: string): string | undefined {
  return code === "ZZ" ? undefined : countryNames(locale).of(code)
}

const countryNames = keptFormat(
  (locale) => new Intl.DisplayNames(locale, { type: "region", fallback: "none" }),
)
