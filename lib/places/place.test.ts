import { describe, expect, test } from "vitest"
import { placeIn } from "./place"

describe("a place is named for its reader", () => {
  const names = { en: "Gothenburg", de: "Göteborg" }

  test.each([
    [
      "in their language",
      "de-AT",
      { city: { names }, country: { iso_code: "SE" } },
      "Göteborg",
      "Schweden",
    ],
    ["in English, which every database has", "fr", { city: { names } }, "Gothenburg", null],
    ["by a country's code", "en-GB", { country: { iso_code: "SE" } }, null, "Sweden"],
    ["by a country's code alone", "en-GB", { country: "SE" }, null, "Sweden"],
    ["by a code of its own", "fr", { country: "Sweden", country_code: "SE" }, null, "Suède"],
    ["by bare texts", "en-GB", { city: "Lyon", country: "France" }, "Lyon", "France"],
    [
      "as the database has it",
      "en-GB",
      { country: { names: { en: "The North" } } },
      null,
      "The North",
    ],
    [
      "by what is known",
      "en-GB",
      { city: "", country: { names: { en: "Norway" } } },
      null,
      "Norway",
    ],
  ])("%s", (_, locale, record, city, country) => {
    expect(placeIn(record, locale)).toEqual({ city, country })
  })

  test.each([
    ["no record", null],
    ["an empty record", {}],
    ["a country that no one knows", { country: { iso_code: "ZZ" } }],
    ["a code for nothing", { country_code: "XQ" }],
    ["something else", { network: "192.0.2.0/24", asn: 64496 }],
    ["a number for a city", { city: 7 }],
  ])("and not at all by %s", (_, record) => {
    expect(placeIn(record, "en-GB")).toBeNull()
  })
})
