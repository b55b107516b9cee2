/** The links that people find in their mail, and what comes of many who use one at once. */
import { authentication } from "@/authentication"
import type { TokenPurpose } from "@/lib/tokens"
import { confirmEmailChange, requestEmailChange } from "@/lib/users/change-email"
import { requestPasswordReset } from "@/lib/users/start-password-reset"
import type { Person, World } from "./test-people"
import { linkIn } from "./written-mails"

const { policy, triggers } = authentication

/** The secret of the link that a person gets who has forgotten the password. */
export async function resetLinkFor(world: World, { email, address }: Person): Promise<string> {
  await requestPasswordReset(world.transact, policy, email, address)
  return linkIn(world, email, "password_reset")
}

/** The secret of the link that confirms the new address. */
export async function emailLinkFor(
  world: World,
  { id: userId, address }: Person,
  newEmail: string,
): Promise<string> {
  await requestEmailChange(world.transact, policy, { userId, address }, newEmail)
  return linkIn(world, newEmail, "email_change")
}

/** Changes the address as a person does, and says how that went. */
export async function changeEmail(world: World, person: Person, newEmail: string) {
  const secret = await emailLinkFor(world, person, newEmail)
  const confirmation = { secret, currentTokenId: null, address: person.address }
  return confirmEmailChange(world.transact, policy, confirmation, triggers.email_changed)
}

/** Fifty at the same time. */
export function fifty<Value>(work: () => Promise<Value>): Promise<Value[]> {
  return Promise.all(Array.from({ length: 50 }, work))
}

/** Why this person's tokens ended, by purpose; null for those that live, or are past a deadline. */
export async function endingsOf(
  { sql }: Pick<World, "sql">,
  userId: string,
): Promise<[TokenPurpose, string | null][]> {
  const rows = await sql<{ purpose: TokenPurpose; reason: string | null }>(
    `SELECT purpose, "revocationReason" AS reason FROM "Token" WHERE "userId" = $1 ORDER BY purpose, "issuedAt"`,
    [userId],
  )
  return rows.map(({ purpose, reason }) => [purpose, reason])
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
