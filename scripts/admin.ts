/** `npm run admin`: what an operator does at the machine itself, where nobody can log in to do it. */
import { text } from "node:stream/consumers"
import password from "@inquirer/password"
import { Command } from "commander"
import { authentication } from "@/authentication"
import { partsOn } from "@/lib/db/parts"
import { linkAddress } from "@/lib/mail/links"
import { emailProblem, parseEmail } from "@/lib/names/email"
import { settings, settingsProblems } from "@/lib/settings"
import { whatEnded } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"
import { createUser } from "@/lib/users/admin/create-user"
import { resetAsOperator, unlockAsOperator } from "@/lib/users/admin/operator-acts"
import { logOutFor } from "@/lib/users/log-in/log-out"
import type { PasswordOwner } from "@/lib/users/log-in/password-blocklist"
import { maximumPasswordLength, passwordProblem } from "@/lib/users/log-in/password-problem"
import { demand } from "@/scripts/launch/launcher"
import { demandYes, onDatabase, runCommand } from "@/scripts/launch/operator"

const { minimumLength } = authentication.passwords

const failures = {
  invalid_email: words("form")("email"),
  email_taken: "Someone has this email already.",
  not_found: "No one has this email.",
  disabled: "This account is disabled. Another administrator can enable it.",
  too_short: `The password needs ${minimumLength} characters or more.`,
  too_long: `The password may have ${maximumPasswordLength} characters at most.`,
  too_common: "This password is among the most common ones: choose another.",
  too_personal: "The password must not be the email, the name or the name of this service.",
}

const admin = new Command("npm run admin --").description("Administers accounts from this machine.")

admin
  .command("create")
  .argument("<email>", "whom", emailOf)
  .description("makes an administrator, and asks for the password")
  .option("--name <name>", "what to call them")
  .option("--password-stdin", "read the password from standard input instead")
  .action((email: string, { name = null, passwordStdin = false }) =>
    onDatabase(async (connection) => {
      const parts = partsOn(connection)
      if (await parts.stores.users.findByEmail(email)) throw new Error(failures.email_taken)
      const chosen = passwordStdin ? await piped() : await asked({ email, name })
      const person = { email, name, password: chosen, role: "admin" } as const
      const created = await createUser(parts, person)
      if (!created.ok) throw new Error(failures[created.failure])
      console.log(`${created.value.email} is an administrator now.`)
    }),
  )

admin
  .command("unlock")
  .argument("<email>", "whom", emailOf)
  .description("forgets a person's failed logins, where someone's guessing has locked them out")
  .action((email: string) =>
    onDatabase(async (connection) => {
      const unlocked = await unlockAsOperator(partsOn(connection), email)
      if (!unlocked.ok) throw new Error(failures[unlocked.failure])
      console.log(`${unlocked.value.email} can try to log in again.`)
    }),
  )

admin
  .command("log-out")
  .argument("<email>", "whom", emailOf)
  .description(
    "logs a person out everywhere, and ends their API tokens and the links in their mailbox",
  )
  .option("--yes", "don't ask")
  .action(async (email: string, { yes = false }) => {
    await demandYes(`This logs ${email} out everywhere. Go ahead?`, yes)
    await onDatabase(async (connection) => {
      const parts = partsOn(connection)
      const person = await parts.stores.users.findByEmail(email)
      if (!person) throw new Error(failures.not_found)
      const { logOutEverywhere, actionWith } = authentication
      const run = actionWith((userId, scope) => logOutFor(parts, userId, scope))
      const { actionName, argumentName } = logOutEverywhere
      const ended = await run(logOutEverywhere, actionName, { [argumentName]: person.id })
      console.log(`${email} is logged out everywhere. ${whatEnded(ended)}`)
    })
  })

admin
  .command("reset")
  .argument("<email>", "whom", emailOf)
  .description("emails a person a link to choose a new password, in place of those they have")
  .option("--print", "print the link here instead, for a person who can't read that mailbox")
  .option("--yes", "don't ask")
  .action(async (email: string, { print = false, yes = false }) => {
    Object.assign(process.env, { NODE_ENV: "production" })
    demand(settingsProblems(process.env))
    await demandYes(`This starts a password reset for ${email}. Go ahead?`, yes)
    await onDatabase(async (connection) => {
      const reset = await resetAsOperator(
        partsOn(connection),
        email,
        print ? "in_person" : "by_mail",
      )
      if (!reset.ok) throw new Error(failures[reset.failure])
      const link = reset.value
      if (!link) return console.log("The link is on its way by email.")
      console.log(linkAddress(settings().authUrl, "password_reset", link.secret))
      console.error(
        `Anyone with this link can take over the account until ${link.token.expiresAt.toISOString()}: make sure who gets it.`,
      )
    })
  })

await runCommand(admin)

/** What no form could send either. */
function emailOf(typed: string): string {
  const t = words("form")
  const email = parseEmail(typed)
  if (email !== null) return email
  const sentence = emailProblem(typed) === "local_part" ? t("emailLocalPart") : t("email")
  throw new Error(
    `${JSON.stringify(typed.slice(0, 100))} is not an email address we can use. ${sentence}`,
  )
}

/** One line; what a shell's `echo` puts behind it is not part of it. */
async function piped(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, "")
}

/** What is wrong with a password is said before it has to be typed a second time. */
async function asked(person: PasswordOwner): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new Error("No one can type a password here: pipe it in, and add --password-stdin.")
  }
  const validate = (typed: string) => {
    const problem = passwordProblem(typed, person, minimumLength)
    return problem ? failures[problem] : true
  }
  const chosen = await password({ message: "Password", validate })
  const again = await password({ message: "The same again" })
  if (chosen !== again) throw new Error("These are two different passwords.")
  return chosen
}
