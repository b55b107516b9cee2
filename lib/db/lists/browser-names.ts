import { type Pooled, poolQuery } from "@/lib/db/query"

/** What a person calls their browsers, by the browser's id. */
export async function browserNamesOf(
  userId: string,
  on?: Pooled,
): Promise<ReadonlyMap<string, string>> {
  const rows = await poolQuery(on)<{ id: string; name: string }>(list, [userId])
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const list = {
  name: "browser_names",
  text: `SELECT b.id, n.name FROM log_out_everywhere.token_status b JOIN "BrowserName" n ON n."browserId" = b.id
    WHERE b."userId" = $1::uuid AND b.purpose = 'browser' AND n.name <> ''`,
}
