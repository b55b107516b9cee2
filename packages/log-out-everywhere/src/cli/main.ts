#!/usr/bin/env node
import { existsSync } from "node:fs"
import { parseArgs } from "node:util"
import { expunge } from "../postgres/expunge.ts"
import { migrate } from "../postgres/migrate.ts"
import { migrations } from "../postgres/migrations.ts"
import { idTypeOf, installedUsers } from "./catalogue.ts"
import { withDatabase } from "./database.ts"
import { doctor } from "./doctor.ts"
import { init } from "./init.ts"
import { terminal } from "./terminal.ts"

const usage = `log-out-everywhere <command> [--database postgres://…]

  init      says what it will do in the database, does it, and prints the lines to write
              --yes                without asking
              --users auth.users   if several tables are called like one for users
              --without-triggers   if your own code raises the user on every change
  doctor    says what is wrong in an app that has the add-on
              --url http://…       asks the running app too
  migrate   brings the add-on's tables up to date
              --print --users public.User --type uuid   prints the SQL of all of it, for a migration of your own
  expunge   deletes what ended longer ago than it is kept
              --kept 90            days
              --addresses 30       days, until those of what has ended are shortened to their network

The database is named by DATABASE_URL, which may stand in .env or .env.local. Run init and migrate as the owner of the users table.`

const options = {
  addresses: { type: "string" },
  database: { type: "string" },
  help: { type: "boolean", short: "h" },
  kept: { type: "string" },
  print: { type: "boolean" },
  type: { type: "string" },
  url: { type: "string" },
  users: { type: "string" },
  "without-triggers": { type: "boolean" },
  yes: { type: "boolean", short: "y" },
} as const

type Values = ReturnType<
  typeof parseArgs<{ options: typeof options; allowPositionals: true }>
>["values"]

/** Each answers whether it came out well. */
const commands: Readonly<Record<string, (values: Values) => Promise<boolean>>> = {
  init: (values) =>
    withDatabase(addressOf(values), (connection) => {
      const withoutTriggers = values["without-triggers"] === true
      const asked = { folder: process.cwd(), users: values.users, yes: values.yes === true }
      return init(connection, { ...asked, withoutTriggers }, terminal)
    }),

  doctor: (values) =>
    withDatabase(addressOf(values), async ({ query }) => {
      const found = await doctor(query, { folder: process.cwd(), url: values.url })
      for (const note of found.notes) terminal.say(note)
      for (const problem of found.problems) terminal.say(`Problem: ${problem}`)
      if (found.problems.length === 0) terminal.say("Nothing is wrong.")
      return found.problems.length === 0
    }),

  migrate: async (values) => {
    if (values.print) return print(values)
    return withDatabase(addressOf(values), async (connection) => {
      const users = await installedUsers(connection.query)
      if (!users)
        throw new Error("The add-on's tables are not there. Run: npx log-out-everywhere init")
      for (const name of await migrate(connection, users)) terminal.say(`Applied ${name}.`)
      terminal.say("The add-on's tables are up to date.")
      return true
    })
  },

  expunge: (values) =>
    withDatabase(addressOf(values), async ({ query }) => {
      const endedMs = daysOf("--kept", values.kept ?? "90")
      const addressMs = daysOf("--addresses", values.addresses ?? "30")
      const counts = await expunge(query, { endedMs, addressMs })
      for (const [what, count] of Object.entries(counts)) terminal.say(`${what}: ${count}`)
      return true
    }),
}

/** In milliseconds. */
function daysOf(option: string, text: string): number {
  const days = Number(text)
  if (!(days >= 1 && days <= 36_525)) throw new Error(`${option}: write a number of days from 1.`)
  return days * 24 * 60 * 60_000
}

async function print({ users = "", type = "" }: Values): Promise<boolean> {
  const [table, schema = "public"] = users.split(".").reverse()
  if (!table) throw new Error("Write `migrate --print --users public.User --type uuid`.")
  for (const { sql } of migrations({ schema, table, type: idTypeOf(type) })) terminal.say(sql)
  return true
}

/** As the option says, or the environment, or the files that Next reads. */
function addressOf({ database }: Values): string | undefined {
  for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file)
  return database ?? process.env.DATABASE_URL
}

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [name = "", ...rest] = positionals
  const command = commands[name]
  if (values.help || !command || rest.length > 0) {
    terminal.say(usage)
    return values.help === true
  }
  return command(values)
}

main().then(
  (isWell) => {
    process.exitCode = isWell ? 0 : 1
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  },
)
