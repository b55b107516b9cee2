import { layoutOf, type UsersTable } from "../postgres/layout.ts"
import { migrate, pendingMigrations } from "../postgres/migrate.ts"
import type { Connection } from "../postgres/query.ts"
import { watching } from "../postgres/watch.ts"
import {
  type FoundTable,
  findUsersTables,
  idTypeOf,
  installedUsers,
  missingWatches,
} from "./catalogue.ts"
import { linesToWrite, sayWatch } from "./lines.ts"
import { readProject } from "./project.ts"
import type { Terminal } from "./terminal.ts"

/** How `init` is called. */
export interface InitOptions {
  readonly folder: string
  /** The users table, if more than one is called like one: `User`, or `auth.users`. */
  readonly users?: string | undefined
  /** Does it without asking. */
  readonly yes: boolean
  /** Leaves the app's tables without triggers. */
  readonly withoutTriggers: boolean
}

/**
 * Takes the add-on into an app: says what it will do, does it once it is told to, and prints the lines to write.
 * Done again, it does what is still missing, and may be nothing. Answers false if it was told not to.
 */
export async function init(
  connection: Connection<unknown>,
  { folder, users: named, yes, withoutTriggers }: InitOptions,
  { say, ask }: Terminal,
): Promise<boolean> {
  const project = await readProject(folder)
  if (project.problems.length > 0) throw new Error(project.problems.join("\n"))
  const { query } = connection
  const table = choose(await findUsersTables(query), named)
  const users: UsersTable = {
    schema: table.schema,
    table: table.table,
    id: table.id,
    type: idTypeOf(table.type),
  }
  await refuseOtherTable(await installedUsers(query), users)

  const pending = await pendingMigrations(query, users)
  const watches = withoutTriggers ? [] : await missingWatches(query, table)
  const { users: place } = layoutOf(users)
  say(`Users are in ${place}, with ids of type ${table.type}.`)
  if (pending.length === 0 && watches.length === 0) say("The database has everything already.")
  else {
    say("This will be done in the database:")
    if (pending.length > 0) {
      say(`  - tables in a schema of their own, log_out_everywhere, that refer to ${place}`)
    }
    for (const watch of watches) say(`  - a trigger: ${sayWatch(watch)}`)
    if (!(yes || (await ask("Shall it be done?")))) {
      say("Nothing was done. Run this with --yes, or answer y.")
      return false
    }
    await migrate(connection, users)
    await connection.transact(async (tx) => {
      for (const text of watches.flatMap(watching)) await connection.on(tx)({ text }, [])
    })
    say("Done.")
  }
  say(`\nThese lines are yours to write.\n\n${linesToWrite(users, project)}\n`)
  return true
}

function choose(found: readonly FoundTable[], named: string | undefined): FoundTable {
  const nameOf = ({ schema, table }: FoundTable) => [table, `${schema}.${table}`]
  const fitting = named ? found.filter((each) => nameOf(each).includes(named)) : found
  const [first, second] = fitting
  if (first && !second) return first
  const names = found.map(({ schema, table }) => `${schema}.${table}`).join(", ")
  if (!first) {
    throw new Error(
      named
        ? `There is no users table ${named}${names ? `; there is ${names}` : ""}.`
        : "No table is called like one for users. Make your app's own tables first, or write `--users schema.table`.",
    )
  }
  throw new Error(
    `Several tables are called like one for users: ${names}. Write \`--users ${names.split(", ")[0]}\`.`,
  )
}

async function refuseOtherTable(installed: UsersTable | null, users: UsersTable) {
  if (!installed || layoutOf(installed).users === layoutOf(users).users) return
  throw new Error(
    `The add-on is there for ${layoutOf(installed).users}, and not for ${layoutOf(users).users}.`,
  )
}
