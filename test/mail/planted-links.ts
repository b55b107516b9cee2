/** Two links that are over: one that is kept for a while yet, and one that expunging takes. */
import { withClient } from "@/scripts/postgres/prepare-database"

export const keptLink = "kept@planted.example.com"
export const overOldLink = "over-old@planted.example.com"

export async function plantLinks(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (owner) =>
    owner.query(
      `INSERT INTO "SignUpLink" (hash, email, "expiresAt")
       SELECT sha256(email::bytea), email, now() - age
       FROM (VALUES ($1, interval '89 days'), ($2, interval '91 days')) AS planted(email, age)`,
      [keptLink, overOldLink],
    ),
  )
}

export function plantedLinks(ownerUrl: string): Promise<string[]> {
  return withClient(ownerUrl, async (owner) => {
    const { rows } = await owner.query(
      `SELECT email FROM "SignUpLink" WHERE email LIKE '%@planted.example.com' ORDER BY email`,
    )
    return rows.map(({ email }) => email)
  })
}
