/** The filters of `npm run sessions`, which are those of the administrators' page. */
import os from "node:os"
import type { Command } from "commander"
import type { Connection } from "@/lib/db/client"
import { queryById } from "@/lib/db/desk/query-by-id"
import { cutLine } from "@/lib/names/line"
import {
  filterFields,
  readTokenFilter,
  type TokenFilter,
  type TokenQuery,
} from "@/lib/names/token-filter"
import { words } from "@/lib/texts/words"
import { maxReasonLength } from "@/lib/users/admin/max-reason-length"

/** What every command that acts takes, beside its filters. */
export interface ActOptions {
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly yes?: boolean
  readonly email?: boolean
  readonly reason?: string
  readonly operator: string
}

export function withFilters(command: Command, without: readonly string[] = []): Command {
  const t = words("desk")
  return filterFields
    .filter((field) => !without.includes(field))
    .reduce((made, field) => made.option(`--${field} <words>`, t(`fields.${field}`)), command)
}

export const asAct = (command: Command): Command =>
  command
    .option("--reason <words>", "why; the people affected read it")
    .option("--email", "email the people affected")
    .option("--dry-run", "say what would end, and end nothing")
    .option("--json", "answer as JSON")
    .option("--yes", "don't ask")
    .option(
      "--operator <name>",
      "who does it, for the audit log",
      process.env.SUDO_USER ?? os.userInfo().username,
    )

/** The filter that the options name. What is not understood is an error in a sentence. */
export async function filterFrom(
  connection: Connection,
  options: TokenQuery,
): Promise<{ readonly query: TokenQuery; readonly filter: TokenFilter }> {
  const given = filterFields.flatMap((field) => (options[field] ? [[field, options[field]]] : []))
  const query = await queryById(connection, Object.fromEntries(given))
  const { filter, problems } = readTokenFilter(query, new Date())
  if (!filter) {
    const t = words("desk")
    throw new Error(problems.map((field) => `--${field}: ${t(`problems.${field}`)}`).join("\n"))
  }
  return { query, filter }
}

export function demandReason(given: string | undefined): string {
  const reason = cutLine(given ?? "", maxReasonLength)
  if (reason) return reason
  throw new Error("Say why with --reason: the people affected read it.")
}
