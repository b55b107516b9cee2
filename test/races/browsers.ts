/** Logins by browsers that bring what they are known by. */

import type { Issued } from "log-out-everywhere"
import type { Person, World } from "@/test/world/people"
import { newEntrance, startOn } from "./race-parts"

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
  let isNew = false
  const credential = await stores.users.findCredential({ userId: person.id })
  const change = { stood: credential, browserSecrets }
  const started = await startOn(connection, await newEntrance(connection, person, change), {
    onNewBrowser: async () => {
      isNew = true
    },
  })
  if (!started.ok) throw new Error(`nothing was issued: ${started.failure}`)
  const { issued, remembered } = started.value
  return { issued, secrets: remembered.secrets, isNew }
}
