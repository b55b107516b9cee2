import { stringify } from "csv-stringify/sync"
import type { TokenFilter } from "@/lib/names/token-filter"
import { tokenDirectory } from "./token-directory"
import { type TokenFacts, tokenFacts } from "./token-facts"

export const fileFormats = ["csv", "jsonl"] as const

export type FileFormat = (typeof fileFormats)[number]

const rowsAtOnce = 500

const columns = [
  ...["id", "purpose", "status", "userId", "email", "name", "method", "issuedAt", "lastActiveAt"],
  ...["idleAt", "expiresAt", "address", "userAgent", "endedAt", "endedBecause", "endedBy"],
] as const satisfies readonly (keyof TokenFacts)[]

/**
 * What a filter finds as the text of a file, part by part: no more than one part is in memory, and no connection
 * waits for a reader who is slow.
 */
export async function* tokenFile(filter: TokenFilter, format: FileFormat): AsyncGenerator<string> {
  const { after } = tokenDirectory()
  if (format === "csv") yield `${columns.join(",")}\r\n`
  for (let last = "00000000-0000-0000-0000-000000000000"; ; ) {
    const found = await after(filter, last, rowsAtOnce)
    if (found.length > 0) yield parts[format](found.map(tokenFacts))
    if (found.length < rowsAtOnce) return
    last = found.at(-1)?.token.id ?? last
  }
}

const parts: Readonly<Record<FileFormat, (rows: readonly TokenFacts[]) => string>> = {
  // A spreadsheet would take for a formula what begins like one, and people choose their own names.
  csv: (rows) =>
    stringify(
      rows.map((row) => columns.map((column) => row[column])),
      {
        escape_formulas: true,
        record_delimiter: "\r\n",
        cast: { date: (at) => at.toISOString() },
      },
    ),
  jsonl: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
}
