import { addOn, issueTo, type Person, type World } from "./people"

/** A session whose columns are then set, as intervals before now. Answers its id. */
export async function agedSession(
  world: World,
  person: Person,
  columns: Readonly<Record<string, string>>,
): Promise<string> {
  const { token } = await issueTo(world, person)
  const sets = Object.entries(columns).map(([name, ago]) => `"${name}" = now() - interval '${ago}'`)
  const reason = "revokedAt" in columns ? `, "revocationReason" = 'log_out'` : ""
  await world.sql(`UPDATE ${addOn}.token SET ${sets.join(", ")}${reason} WHERE id = $1`, [token.id])
  return token.id
}
