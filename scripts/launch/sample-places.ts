import { renameSync, writeFileSync } from "node:fs"
import path from "node:path"
import { type PlaceValue, placeFile } from "./place-writer"

/** Places for the addresses that are set aside for documentation, which the sample people have. */
export const samplePlaces: Readonly<Record<string, PlaceValue>> = {
  "192.0.2.0/25": town("Uppsala", "SE", "Sweden"),
  "192.0.2.128/25": town("Gothenburg", "SE", "Sweden"),
  "198.51.100.0/25": town("Porto", "PT", "Portugal"),
  "198.51.100.128/25": town("Lyon", "FR", "France"),
  "203.0.113.0/25": town("Kraków", "PL", "Poland"),
  "203.0.113.128/25": town("Montréal", "CA", "Canada"),
  // As some databases have it: a country, and that only by its code.
  "2001:db8::/32": { country: { iso_code: "NO" } },
}

/** Writes them into this folder, and returns the settings that name them, unless the environment names others. */
export function placeSettings(folder: string): Readonly<Record<string, string>> {
  if (process.env.PLACE_DATABASE) return {}
  return {
    PLACE_DATABASE: writeSamplePlaces(folder),
    PLACE_CREDIT: "Sample places, for addresses that no one has",
  }
}

export function writeSamplePlaces(folder: string): string {
  const file = path.resolve(folder, "sample-places.mmdb")
  // Another demo may be reading it.
  const written = `${file}.${process.pid}`
  writeFileSync(written, placeFile({ type: "Sample-City", networks: samplePlaces }))
  renameSync(written, file)
  return file
}

function town(city: string, code: string, country: string): PlaceValue {
  return { city: { names: { en: city } }, country: { iso_code: code, names: { en: country } } }
}
