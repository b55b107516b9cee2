import path from "node:path"
import { z } from "zod"

/** What a licence asks to be said of where the places are from. */
export interface Credit {
  readonly text: string
  /** Where the text leads, if anywhere. */
  readonly href: string | null
}

export interface PlaceSettings {
  readonly file: string
  /** What the operator writes in place of what the database's type would say. */
  readonly credit: Credit | null
}

/** A whole path, since `npm start` serves from the folder of the build. */
export const placeDatabase = z.string().refine(path.isAbsolute, {
  error: "PLACE_DATABASE must be the whole path of a file, like /var/lib/places.mmdb.",
})

/** `IP Geolocation by DB-IP https://db-ip.com`: a text, and after it the address that it leads to, if any. */
export const placeCredit = z.string().transform((line, context): Credit => {
  const [, text = "", href = null] = /^(.*?)(?:\s+(https?:\/\/\S+))?$/s.exec(line.trim()) ?? []
  if (text !== "" && !/^https?:|\n/.test(text)) return { text, href }
  context.addIssue(
    "PLACE_CREDIT must be a line like: IP Geolocation by DB-IP https://db-ip.com (the address may be left out).",
  )
  return z.NEVER
})

export const placesOf = (file?: string, credit: Credit | null = null): PlaceSettings | undefined =>
  file === undefined ? undefined : { file, credit }
