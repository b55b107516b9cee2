import { type Pooled, poolQuery } from "@/lib/db/query"

/** A browser in which a person is known. */
export interface ListedBrowser {
  readonly id: string
  /** What its user agent says. */
  readonly name: string | null
  /** What the person calls it; empty if they have not said. */
  readonly ownName: string
  readonly userAgent: string | null
  readonly knownSince: Date
  /** When the person was last active there. */
  readonly lastSeenAt: Date
  /** How many of their live sessions were opened there. */
  readonly sessions: number
}

/** Those that are trusted, the one that was used last on top. A person has few (`mostBrowsers`). */
export function listBrowsers(userId: string, on?: Pooled): Promise<ListedBrowser[]> {
  return poolQuery(on)<ListedBrowser>(list, [userId])
}

/** What a person calls their browsers, by the browser's id. */
export async function browserNamesOf(
  userId: string,
  on?: Pooled,
): Promise<ReadonlyMap<string, string>> {
  const rows = await poolQuery(on)<{ id: string; name: string }>(names, [userId])
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const list = {
  name: "browser_list",
  text: `SELECT b.id, b.name, coalesce(n.name, '') AS "ownName", b."userAgent", b."issuedAt" AS "knownSince",
      greatest(b."lastActiveAt", s."lastActiveAt") AS "lastSeenAt", s.live AS sessions
    FROM log_out_everywhere.token_status b LEFT JOIN "BrowserName" n ON n."browserId" = b.id,
    LATERAL (SELECT max(t."lastActiveAt") AS "lastActiveAt", (count(*) FILTER (WHERE t."isLive"))::int AS live
      FROM log_out_everywhere.token_status t WHERE t."browserId" = b.id AND t.purpose = 'session') s
    WHERE b."userId" = $1::uuid AND b.purpose = 'browser' AND b."isLive"
    ORDER BY "lastSeenAt" DESC, b.id`,
}

const names = {
  name: "browser_names",
  text: `SELECT b.id, n.name FROM log_out_everywhere.token_status b JOIN "BrowserName" n ON n."browserId" = b.id
    WHERE b."userId" = $1::uuid AND b.purpose = 'browser' AND n.name <> ''`,
}
