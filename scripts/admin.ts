/** `npm run admin`: what an operator does at the machine itself, before anybody can log in. */
import { text } from "node:stream/consumers"
import password from "@inquirer/password"
import { Command } from "commander"
import { authentication } from "@/authentication"
import { connect, disconnect } from "@/lib/db/client"
import { storesOn, transactOn } from "@/lib/db/stores"
import { emailProblem, parseEmail } from "@/lib/names/email"
import { form } from "@/lib/texts/form"
import { createUser } from "@/lib/users/create-user"
import { maximumPasswordLength, passwordProblem } from "@/lib/users/password"
import type { PasswordOwner } from "@/lib/users/password-blocklist"

const { minimumLength } = authentication.passwords

const failures = {
  invalid_email: "That is not an email address.",
  email_taken: "Somebody has this email already.",
  too_short: `The password needs ${minimumLength} characters or more.`,
  too_long: `The password may have ${maximumPasswordLength} characters at most.`,
  too_common: "This password is among the most common ones: choose another.",
  too_personal: "The password must not be the email, the name or the name of this service.",
}

const admin = new Command("npm run admin --").description("Administers accounts from this machine.")

admin
  .command("create <email>")
  .description("makes an administrator, and asks for the password")
  .option("--name <name>", "what to call them")
  .option("--password-stdin", "read the password from standard input instead")
  .action(async (typed: string, options: { name?: string; passwordStdin?: boolean }) => {
    const { DATABASE_URL } = process.env
    if (!DATABASE_URL) throw new Error("Set DATABASE_URL to the address of the app's database.")
    const email = parseEmail(typed)
    if (email === null) throw new Error(problemOf(typed))
    const connection = connect(DATABASE_URL)
    try {
      const { users } = storesOn(connection)
      if (await users.findByEmail(email)) throw new Error(failures.email_taken)
      const chosen = options.passwordStdin
        ? await piped()
        : await asked({ email, name: options.name ?? null })
      const created = await createUser(transactOn(connection), {
        email,
        name: options.name ?? null,
        password: chosen,
        minimumLength,
        role: "admin",
      })
      if (!created.ok) throw new Error(failures[created.failure])
      console.log(`${created.value.email} is an administrator now.`)
    } finally {
      await disconnect(connection)
    }
  })

try {
  await admin.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** What no form could send either. */
function problemOf(typed: string): string {
  const sentence = emailProblem(typed) === "local_part" ? form.emailLocalPart : form.email
  return `${JSON.stringify(typed.slice(0, 100))} is not an email address we can use. ${sentence}`
}

/** One line; what a shell's `echo` puts behind it is not part of it. */
async function piped(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, "")
}

/** What is wrong with a password is said before it has to be typed a second time. */
async function asked(person: PasswordOwner): Promise<string> {
  const validate = (typed: string) => {
    const problem = passwordProblem(typed, person, minimumLength)
    return problem ? failures[problem] : true
  }
  const chosen = await password({ message: "Password", validate })
  const again = await password({ message: "The same again" })
  if (chosen !== again) throw new Error("These are two different passwords.")
  return chosen
}
