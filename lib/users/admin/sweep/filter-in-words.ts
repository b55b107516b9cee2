import { type TokenQuery, wordsOf } from "@/lib/names/token-filter"

/** A filter as the audit log keeps it: "address=10.77.0.0/16 since=24h". */
export const filterInWords = (query: TokenQuery): string =>
  Object.entries(wordsOf(query))
    .map(([field, text]) => `${field}=${text}`)
    .join(" ")

/** Whether it narrows nothing but the kind: then logging everyone out does the same at one stroke. */
export const isAboutEveryone = (query: TokenQuery): boolean =>
  Object.keys(wordsOf(query)).every((field) => field === "purpose" || field === "status")
