import type { ClientBase } from "pg"
import { describe } from "./add-on"

/**
 * Reads browser and system from the user agents of tokens that were issued before either was kept.
 *
 * By user agent, of which there are thousands at most, however many the tokens.
 */
export async function describeTokens(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ userAgent: string }>(
    `SELECT DISTINCT "userAgent" FROM log_out_everywhere.token
     WHERE "userAgent" IS NOT NULL AND browser IS NULL AND system IS NULL`,
  )
  for (const { userAgent } of rows) {
    const { browser, system } = describe(userAgent)
    await client.query(
      `UPDATE log_out_everywhere.token SET browser = $2, system = $3
       WHERE "userAgent" = $1 AND browser IS NULL AND system IS NULL`,
      [userAgent, browser, system],
    )
  }
}
