/** `npm run sessions`: what an operator does with everyone's sessions at the machine itself. It needs no running app. */
import { Command, Option } from "commander"
import { ofPurposes, type RevocationCount } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { tokenDirectory } from "@/lib/db/desk/token-directory"
import { tokenFacts } from "@/lib/db/desk/token-facts"
import { countLiveEverywhere } from "@/lib/db/lists/live-everywhere"
import { partsOn } from "@/lib/db/parts"
import type { TokenQuery } from "@/lib/names/token-filter"
import { isUuid } from "@/lib/names/uuid"
import { foundCount, whatEnded } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"
import { endAfterRestore } from "@/lib/users/admin/end-after-restore"
import { logEveryoneOutAsOperator, logUserOutAsOperator } from "@/lib/users/admin/operator-desk"
import { purposesWithin, type Reach, reaches } from "@/lib/users/admin/reach"
import { demandYes, onDatabase, runCommand } from "@/scripts/launch/operator"
import { wholeFrom } from "@/scripts/launch/options"
import { type RevokeOptions, revokeFound } from "@/scripts/launch/revoke-found"
import { answer, answerActive, nothingFound, tokenLine } from "@/scripts/launch/session-lines"
import {
  type ActOptions,
  asAct,
  demandReason,
  filterFrom,
  withFilters,
} from "@/scripts/launch/session-options"

const byActivity = { sort: "active", isDescending: true } as const
const { purposes } = authentication.logOutEverywhere

const sessions = new Command("npm run sessions --")
  .description("Finds and ends sessions, and whatever else lets someone in, from this machine.")
  .addHelpText("after", "\nExit codes: 0 done, 1 refused or failed, 2 nothing found.")

withFilters(sessions.command("list"))
  .description(
    "lists what the filters find, the most recently used first; without any, active sessions",
  )
  .option("--limit <number>", "how many at most", wholeFrom(1), 50)
  .option("--json", "one JSON object a line")
  .action((options: TokenQuery & { limit: number; json?: boolean }) =>
    onDatabase(async (connection) => {
      const { filter } = await filterFrom(connection, options)
      const directory = tokenDirectory(connection)
      let left = options.limit
      for (let after: string | undefined; left > 0; ) {
        const page = await directory.exactPage(filter, byActivity, { after })
        if (!page.ok) throw new Error(words("desk")("tooWide"))
        const { items, next, count } = page.value
        if (after === undefined) {
          if (!options.json) console.log(foundCount(filter.purpose, count))
          if (items.length === 0) process.exitCode = 2
        }
        for (const found of items.slice(0, left)) {
          answer(options.json, tokenFacts(found), tokenLine(found))
        }
        left -= items.length
        if (next === null) break
        after = next
      }
    }),
  )

sessions
  .command("show")
  .argument("<id>", "a session's or token's ID")
  .description("shows all that is known of one, but for its secret, which nobody knows")
  .option("--json", "as JSON")
  .action((id: string, { json = false }) =>
    onDatabase(async (connection) => {
      const found = isUuid(id) ? await tokenDirectory(connection).find(id) : null
      if (!found) return nothingFound("There is no such session or token.")
      const facts = tokenFacts(found)
      const lines = Object.entries(facts).map(
        ([name, fact]) => `${name.padEnd(13)} ${inLine(fact)}`,
      )
      answer(json, facts, lines.join("\n"))
    }),
  )

asAct(withFilters(sessions.command("revoke"), ["reason", "status"]))
  .description(
    "ends what the filters find of active sessions and tokens, exactly that, the most recently used first",
  )
  .action((options: RevokeOptions) => onDatabase((connection) => revokeFound(connection, options)))

asAct(sessions.command("log-out-everywhere").argument("<email or id>", "whom"))
  .description(
    "logs one person out everywhere, and ends their API tokens and the links in their mailbox",
  )
  .action(
    (
      whom: string,
      { reason: why, operator, yes = false, json, dryRun, email = false }: ActOptions,
    ) =>
      onDatabase(async (connection) => {
        const parts = partsOn(connection)
        const { users, tokens } = parts.stores
        const person = isUuid(whom)
          ? await users.find(whom)
          : await users.findByEmail(whom.trim().toLowerCase())
        if (!person) return nothingFound("No one has this email or ID.")
        const live = await tokens.countLive(person.id)
        if (dryRun) return answerActive(json, live)
        const reason = demandReason(why)
        await demandYes(`This logs ${person.email} out everywhere. Go ahead?`, yes)
        const asked = { purposes, reason, isMailed: email }
        const done = await logUserOutAsOperator(parts, operator, person.id, asked)
        if (!done.ok) return nothingFound("No one has this email or ID.")
        answer(json, done.value, whatEnded(done.value))
      }),
  )

asAct(sessions.command("log-everybody-out"))
  .description("logs everyone out immediately, administrators included, however many there are")
  .addOption(new Option("--reach <what>", "what to end").choices(reaches).default("sessions"))
  .action(
    ({ reach, reason: why, operator, yes = false, json, dryRun }: ActOptions & { reach: Reach }) =>
      onDatabase(async (connection) => {
        const ending = purposesWithin(reach, purposes)
        if (dryRun) {
          const live = await countLiveEverywhere(10_000_000, connection)
          return answerActive(json, ofPurposes(live, ending))
        }
        await demandYes("This logs everyone out, and can't be undone. Go ahead?", yes)
        const ended = await logEveryoneOutAsOperator(
          partsOn(connection),
          operator,
          ending,
          demandReason(why),
        )
        answer(json, ended, `Everyone is logged out. ${outcomeOf(ended)}`)
      }),
  )

sessions
  .command("after-restore")
  .alias("after-failover")
  .description(
    "ends every session, API token and emailed link: a restored backup, or a replica that was behind when it was promoted, brings back those that had ended since",
  )
  .option("--yes", "don't ask")
  .action(async ({ yes = false }: { yes?: boolean }) => {
    await demandYes(
      "This logs everyone out, ends every API token and every emailed link, and can't be undone. Go ahead?",
      yes,
    )
    const done = await onDatabase((connection) => endAfterRestore(partsOn(connection)))
    console.log(summaryOf(done))
  })

await runCommand(sessions)

function inLine(fact: unknown): string {
  return typeof fact === "string" ? fact : JSON.stringify(fact ?? null)
}

function outcomeOf(ended: RevocationCount | null): string {
  return ended ? whatEnded(ended) : "They couldn't be counted."
}

function summaryOf({ ended, signUpLinks }: Awaited<ReturnType<typeof endAfterRestore>>): string {
  const links = words("counts")("signUpLinks", { count: signUpLinks })
  return `Everything has ended. ${outcomeOf(ended)}${signUpLinks > 0 ? ` Deleted: ${links}.` : ""}`
}
