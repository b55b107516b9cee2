/** `npm run admin`: what an operator does at the machine itself, before anybody can log in. */
import { text } from "node:stream/consumers"
import password from "@inquirer/password"
import { Command } from "commander"
import { connect, disconnect } from "@/lib/db/client"
import { transactOn } from "@/lib/db/stores"
import { createUser } from "@/lib/users/create-user"
import { maximumPasswordLength, minimumPasswordLength } from "@/lib/users/password"

const failures = {
  email_taken: "Somebody has this e-mail address already.",
  too_short: `The password needs ${minimumPasswordLength} characters or more.`,
  too_long: `The password may have ${maximumPasswordLength} characters at most.`,
  too_common: "This password is among the most common ones: choose another.",
  too_personal: "The password must not be the e-mail address.",
}

const admin = new Command("npm run admin --").description("Administers accounts from this machine.")

admin
  .command("create <email>")
  .description("makes an administrator, and asks for the password")
  .option("--name <name>", "what to call them")
  .option("--password-stdin", "read the password from standard input instead")
  .action(async (email: string, options: { name?: string; passwordStdin?: boolean }) => {
    const { DATABASE_URL } = process.env
    if (!DATABASE_URL) throw new Error("Set DATABASE_URL to the address of the app's database.")
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new Error(`${email} is not an e-mail address.`)
    const chosen = options.passwordStdin ? await piped() : await asked()

    const connection = connect(DATABASE_URL)
    const person = { email, name: options.name ?? null, password: chosen, role: "admin" } as const
    const created = await createUser(transactOn(connection), person)
    await disconnect(connection)
    if (!created.ok) throw new Error(failures[created.failure])
    console.log(`${created.value.email} is an administrator now.`)
  })

try {
  await admin.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** One line; what a shell's `echo` puts behind it is not part of it. */
async function piped(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, "")
}

async function asked(): Promise<string> {
  const chosen = await password({ message: "Password" })
  const again = await password({ message: "The same again" })
  if (chosen !== again) throw new Error("These are two different passwords.")
  return chosen
}
