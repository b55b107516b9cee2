/** `npm run mail`: the emails that wait, and those that were given up. */
import { Command } from "commander"
import { type MailState, mailDesk, type UnsentMail } from "@/lib/db/mail/mail-desk"
import { partsOn } from "@/lib/db/parts"
import { retryMailsAsOperator } from "@/lib/users/admin/operator-acts"
import { onDatabase, runCommand } from "@/scripts/launch/operator"
import { wholeFrom } from "@/scripts/launch/options"

const mail = new Command("npm run mail --").description("Looks after the emails that wait.")

mail
  .command("list")
  .description("prints how many emails wait, and each of the oldest with what went wrong last")
  .option("--most <number>", "how many to print", wholeFrom(0), 50)
  .action(({ most }: { most: number }) =>
    onDatabase(async (connection) => {
      const desk = mailDesk(connection)
      console.log(stateLine(await desk.state()))
      for (const unsent of await desk.unsent(most)) console.log(mailLine(unsent))
    }),
  )

mail
  .command("retry")
  .argument("[id...]", "which; without one, all that wait or were given up", parseId)
  .description("has emails tried again immediately, by a process that serves")
  .action((ids: readonly string[]) =>
    onDatabase(async (connection) => {
      const count = await retryMailsAsOperator(partsOn(connection), ids.length > 0 ? ids : null)
      if (count === 0) throw new Error("There is no such email that could still be sent.")
      console.log(
        count === 1 ? "1 email will be tried again." : `${count} emails will be tried again.`,
      )
    }),
  )

await runCommand(mail)

function stateLine({ waiting, oldest, givenUp }: MailState): string {
  const since = oldest ? `, the oldest since ${oldest.toISOString()}` : ""
  return `Waiting: ${waiting}${since}. Given up: ${givenUp}.`
}

function mailLine({ id, kind, to, createdAt, tries, nextTryAt, lastError }: UnsentMail): string {
  const next = nextTryAt ? `next ${nextTryAt.toISOString()}` : "given up"
  const written = createdAt.toISOString()
  return [id, written, kind, to, `tries ${tries}`, next, lastError ?? "no error"]
    .map(oneLine)
    .join("  ")
}

/** What a mail server says may hold anything, and the terminal obeys control characters. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ")
}

function parseId(text: string, before: readonly string[] = []): readonly string[] {
  if (!/^[0-9a-f-]{36}$/.test(text))
    throw new Error(`${text} is no email's id: \`list\` prints them.`)
  return [...before, text]
}
