import { type Connection, connection } from "./client"
import { poolQuery } from "./query"
import { liveAt } from "./token-row"

/** A browser in which a person is known. */
export interface ListedBrowser {
  readonly id: string
  readonly name: string | null
  readonly userAgent: string | null
  readonly knownSince: Date
  /** When the person was last active there. */
  readonly lastSeenAt: Date
  /** How many of their live sessions were opened there. */
  readonly sessions: number
}

/** Those that are trusted, the one that was used last on top. A person has few (`mostBrowsers`). */
export function listBrowsers(
  userId: string,
  { pool }: Pick<Connection, "pool"> = connection(),
): Promise<ListedBrowser[]> {
  return poolQuery(pool)<ListedBrowser>(list, [userId])
}

const list = {
  name: "browser_list",
  text: `SELECT b.id, b.name, b."userAgent", b."issuedAt" AS "knownSince",
      greatest(b."lastActiveAt", s."lastActiveAt") AS "lastSeenAt", s.live AS sessions
    FROM (SELECT t.* FROM "Token" t JOIN "User" u ON u.id = t."userId" JOIN "Realm" r ON r.purpose = t.purpose
      WHERE t."userId" = $1::uuid AND t.purpose = 'browser' AND ${liveAt("now()")}) b,
    LATERAL (SELECT max(t."lastActiveAt") AS "lastActiveAt", (count(*) FILTER (WHERE ${liveAt("now()")}))::int AS live
      FROM "Token" t JOIN "User" u ON u.id = t."userId" JOIN "Realm" r ON r.purpose = t.purpose
      WHERE t."browserId" = b.id AND t.purpose = 'session') s
    ORDER BY "lastSeenAt" DESC, b.id`,
}
