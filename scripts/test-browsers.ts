/** Logins by browsers that bring what they are known by. */

import { type Issued, newSecret } from "log-out-everywhere"
import { runLogIn } from "@/lib/auth/log-in-context"
import { adapterOn, newLogIn } from "./race-parts"
import type { Person, World } from "./test-people"

export interface EnteredBy {
  readonly issued: Issued
  /** What the browser keeps. */
  readonly secrets: readonly string[]
  /** Whether the owner would be mailed of it. */
  readonly isNew: boolean
}

/** A log-in of this person by a browser that brings these secrets. */
export async function logInBy(
  { stores, connection }: Pick<World, "stores" | "connection">,
  person: Person,
  browserSecrets: readonly string[] = [],
): Promise<EnteredBy> {
  const credential = await stores.users.findCredential({ userId: person.id })
  if (!credential) throw new Error("no such person")
  let isNew: boolean | undefined
  const context = {
    ...newLogIn(person, "password"),
    browserSecrets,
    onStart: async (_: unknown, __: unknown, browser: { readonly isNew: boolean }) => {
      isNew = browser.isNew
    },
  }
  context.proofs.set(person.id, { ...credential, method: "password" })
  const asked = { sessionToken: newSecret(), userId: person.id, expires: new Date() }
  await runLogIn(context, async () => adapterOn(connection).createSession(asked))
  const { issued, remembered } = context as Awaited<ReturnType<typeof newLogIn>>
  if (!issued || !remembered || isNew === undefined) throw new Error("nothing was issued")
  return { issued, secrets: remembered.secrets, isNew }
}
