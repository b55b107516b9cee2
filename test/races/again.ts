/** Acts that a person does more often than there is room for what they leave behind. */

import { authentication } from "@/authentication"
import { rollUp } from "@/lib/db/hourly/roll-up"
import { linkAccount } from "@/lib/users/account/link-account"
import { nameBrowser } from "@/lib/users/account/name-browser"
import { actorIn, issueTo, type Person, type World } from "@/test/world/people"
import { logInBy } from "./browsers"

export async function nameAgainAndAgain(world: World, person: Person): Promise<void> {
  const { issued } = await logInBy(world, person)
  const browserId = issued.token.browserId ?? ""
  for (const name of ["Laptop", "Phone", "Laptop"])
    await nameBrowser(world, actorIn(person, issued), { browserId, name })
}

export async function connectAgainAndAgain(world: World, person: Person): Promise<void> {
  const actor = actorIn(person, await issueTo(world, person))
  const account = { provider: "oidc", providerAccountId: person.id }
  const inWords = { provider: "Single sign-on", device: "Firefox on Linux" }
  for (const _ of [1, 2, 3]) await linkAccount(world, actor, account, "oidc", inWords)
}

/** From more networks than an hour keeps, an hour ago. */
export async function failFromManyNetworks({ connection, stores, sql }: World): Promise<void> {
  const failure = { action: "log_in_failed", actorId: null, targetId: null } as const
  for (let network = 0; network < 25; network++)
    await stores.audit.append({ ...failure, address: `10.9.${network}.1` })
  await sql(`UPDATE "AuditEvent" SET at = at - interval '1 hour' WHERE address LIKE '10.9.%'`)
  await rollUp(connection, authentication.retention)
}

export async function writeTheBooks({ connection: { pool } }: World): Promise<void> {
  const ours = `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES (1, 1, 1)`
  const theirs = "INSERT INTO log_out_everywhere.migration (name) VALUES ('mine')"
  for (const text of [ours, theirs]) await pool.query(text).catch(() => "refused")
}
