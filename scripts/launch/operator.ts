/** What the operators' commands do the same way: connect, ask before an act, and fail in a sentence. */
import { createInterface } from "node:readline/promises"
import type { Command } from "commander"
import { type Connection, connect, disconnect } from "@/lib/db/client"
import { databaseProblems } from "@/scripts/postgres/database-problems"
import { demand } from "./launcher"

/** Exit code 1 and one sentence for whatever goes wrong. */
export async function runCommand(command: Command): Promise<void> {
  try {
    await command.parseAsync()
  } catch (error) {
    console.error(sentenceOf(error))
    process.exitCode = 1
  }
}

/** Works on the app's database, once it is certain that it can be worked on. */
export async function onDatabase<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const { DATABASE_URL } = process.env
  if (!DATABASE_URL) throw new Error("Set DATABASE_URL to the address of the app's database.")
  demand(await databaseProblems(DATABASE_URL, false))
  const connection = connect(DATABASE_URL)
  try {
    return await work(connection)
  } finally {
    await disconnect(connection)
  }
}

/** Returns where the operator has agreed, beforehand or now. */
export async function demandYes(question: string, isAgreed: boolean): Promise<void> {
  if (isAgreed) return
  if (!process.stdin.isTTY) throw new Error(`${question} There is no one to ask here: add --yes.`)
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  // Ctrl-D and Ctrl-C are no answer, which is a no.
  const closed = new Promise<string>((resolve) => terminal.once("close", () => resolve("")))
  const answer = await Promise.race([terminal.question(`${question} (yes/no) `), closed])
  terminal.close()
  if (!/^y(es)?$/i.test(answer.trim())) throw new Error("Nothing was changed.")
}

/** Prisma puts lines of the source around what it has to say. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === "ExitPromptError") return "Nothing was changed."
  if (!error.constructor.name.startsWith("PrismaClient")) return error.message
  const last = error.message.trim().split("\n").at(-1)
  return `The database of DATABASE_URL cannot be used: ${last}`
}
