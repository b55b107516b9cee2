/** The links that people find in their mail, and what happens when many use one at once. */

import type { Token } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { confirmEmailChange, requestEmailChange } from "@/lib/users/account/change-email"
import { requestPasswordReset } from "@/lib/users/account/start-password-reset"
import { tellOfNewDevice } from "@/lib/users/log-in/tell-of-new-device"
import { actorOf, issueTo, type Person, type World } from "@/test/world/people"
import { linkIn } from "./written-mails"

const { policy } = authentication

/** The secret of the link that this person gets after forgetting the password. */
export async function resetLinkFor(world: World, { email, address }: Person): Promise<string> {
  await requestPasswordReset(world, email, address)
  return linkIn(world, email, "password_reset")
}

/** The secret of the link that confirms the new address. */
export async function emailLinkFor(
  world: World,
  person: Person,
  newEmail: string,
): Promise<string> {
  const actor = await actorOf(world, person)
  await requestEmailChange(world, actor, newEmail)
  return linkIn(world, newEmail, "email_change")
}

/** The secret of "This wasn't me", about this session, or one that is made for it. */
export async function reportLinkFor(
  world: World,
  person: Person,
  session?: Token,
): Promise<string> {
  const told = session ?? (await issueTo(world, person)).token
  await world.transact(async (stores, now) => {
    const { id: userId, address } = person
    // The very first log-in of an account is told to nobody.
    await stores.audit.append({ action: "log_in", actorId: userId, targetId: userId, address })
    await tellOfNewDevice(stores, policy, told, "Firefox on Linux", now)
  })
  return linkIn(world, person.email, "new_device")
}

/** Changes the address as a person does, and says how that went. */
export async function changeEmail(world: World, person: Person, newEmail: string) {
  const secret = await emailLinkFor(world, person, newEmail)
  const confirmation = { secret, currentTokenId: null, address: person.address }
  return confirmEmailChange(world, confirmation)
}

/** Fifty at the same time. */
export function fifty<Value>(work: () => Promise<Value>): Promise<Value[]> {
  return Promise.all(Array.from({ length: 50 }, work))
}

/** Breaks a statement for as long as the work lasts, as a full disk or a bug might. */
export async function whileBroken(
  { sql }: Pick<World, "sql">,
  event: string,
  work: () => Promise<void>,
): Promise<void> {
  await sql(
    `CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken on purpose'; END $$`,
  )
  await sql(`CREATE TRIGGER broken BEFORE ${event} FOR EACH ROW EXECUTE FUNCTION break()`)
  try {
    await work()
  } finally {
    await sql("DROP FUNCTION break CASCADE")
  }
}
