/** Many more people and sessions, as many as a large company has: made in the database itself, where a million take seconds. */
import type { ClientBase } from "pg"
import { describe } from "@/lib/db/add-on"
import { desktops, oddities, phones, tablets } from "@/prisma/seed-devices"

export interface Crowd {
  readonly people: number
  /** How many are live; a tenth as many have ended. */
  readonly sessions: number
}

/** How many tokens one statement makes. */
const batch = 50_000

/** Adds the crowd, the same at each run. Each batch commits by itself. */
export async function addCrowd(
  client: ClientBase,
  { people, sessions }: Crowd,
  say: (progress: string) => void = () => {},
): Promise<void> {
  await client.query("SELECT setseed(0.12)")
  await client.query(addPeople, [people])
  await client.query(addOwners)
  say(`${people} people`)
  const tokens = Math.ceil((sessions * 11) / 10)
  for (let first = 1; first <= tokens; first += batch) {
    const last = Math.min(first + batch - 1, tokens)
    await client.query(addTokens, [first, last, people, JSON.stringify(devices), devices.length])
    say(`${last} of ${tokens} sessions and tokens`)
  }
  await client.query(`VACUUM ANALYZE`)
}

/** Whether a crowd has been added before. */
export async function hasCrowd(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query(`SELECT FROM "User" WHERE id = ${personId("1")}`)
  return rows.length > 0
}

/** Each as often as people have it, in hundredths. */
const shares = [
  { agents: desktops, share: 52 },
  { agents: phones, share: 38 },
  { agents: tablets, share: 8 },
  { agents: oddities, share: 2 },
]

const devices = shares.flatMap(({ agents, share }) =>
  agents.flatMap((userAgent) => {
    const { kind, browser, system } = describe(userAgent)
    const times = Math.max(1, Math.round(share / agents.length))
    return Array.from({ length: times }, () => ({ userAgent, kind, browser, system }))
  }),
)

const personId = (number: string) => `md5('person ' || ${number})::uuid`

const addPeople = `INSERT INTO "User" (id, email, name, "emailVerifiedAt", "createdAt")
  SELECT ${personId("n")}, first[1 + n % 20] || '.' || n || '@crowd.example', initcap(first[1 + n % 20]) || ' ' || last[1 + n / 20 % 20],
    now() - n % 900 * interval '1 day', now() - n % 900 * interval '1 day'
  FROM generate_series(1, $1::int) n,
    string_to_array('ada ann amir bea bo carl chen dana elif emil fay gus hana ida ivan jo kofi lena mia noor', ' ') AS first,
    string_to_array('Adler Bakker Costa Diaz Eriksen Fischer Garcia Haddad Ito Jansen Kaya Larsen Mensah Novak Okafor Peters Rossi Silva Tanaka Weber', ' ') AS last`

const addOwners = `INSERT INTO log_out_everywhere.owner ("userId")
  SELECT id FROM "User" WHERE email LIKE '%@crowd.example'`

/**
 * Most people use an address at home and one elsewhere, one in twenty is in the office, and one in twelve has IPv6.
 * Secrets that nobody knows.
 */
const addTokens = `INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method, "isRemembered",
    "issuedAt", "provedAt", "lastActiveAt", "idleAt", "expiresAt", address, "userAgent", "deviceKind", browser, system,
    "revokedAt", "revocationReason")
  SELECT sha256(uuid_send(gen_random_uuid())), purpose, ${personId("person")}, 0, r.generation, method, kept > 0.4,
    issued, issued, active, CASE end_ WHEN 'idle' THEN active + age * recency * 0.5 ELSE now() + (0.1 + kept) * interval '13 days' END,
    CASE end_ WHEN 'expired' THEN issued + age * 0.9 ELSE now() + (0.1 + lasting) * interval '29 days' END,
    CASE WHEN place < 0.05 THEN '10.77.' || person % 40 || '.' || n % 250 + 1
      WHEN place < 0.13 THEN '2a02:' || to_hex(person % 4096) || '::' || to_hex(n % 65536)
      WHEN place < 0.70 THEN 81 + person % 9 || '.' || person / 9 % 256 || '.' || person / 2304 % 256 || '.' || person % 250 + 1
      ELSE 100 + n % 20 || '.' || (place * 1000)::int % 256 || '.' || (kept * 255)::int || '.' || n % 250 + 1 END::inet,
    d."userAgent", d.kind, d.browser, d.system,
    CASE WHEN end_ = 'revoked' THEN active END,
    CASE WHEN end_ = 'revoked' THEN (ARRAY['log_out', 'log_out', 'log_out', 'replaced', 'log_out_others', 'revoked_by_user',
      'password_change', 'log_out_everywhere', 'session_limit', 'reported', 'revoked_by_admin'])[1 + floor(kept * 10.99)::int] END
  FROM (
    SELECT *, (ARRAY['password', 'password', 'password', 'password', 'google', 'google', 'github', 'magic_link', 'oidc'])[1 + floor(way * 8.2)::int] AS method,
      now() - age AS issued, now() - age * recency AS active
    FROM (
      SELECT n, 1 + (random() ^ 1.5 * ($3::int - 1))::int AS person, random() AS place, random() AS kept, random() AS lasting,
        random() AS way, random() ^ 3 AS recency, interval '5 minutes' + random() ^ 2 * interval '40 days' AS age,
        floor(random() * $5::int)::int AS device,
        CASE WHEN n % 11 > 0 THEN 'live' WHEN n % 33 = 0 THEN 'idle' WHEN n % 33 = 11 THEN 'expired' ELSE 'revoked' END AS end_,
        CASE WHEN n % 100 < 94 THEN 'session' WHEN n % 100 < 97 THEN 'api' WHEN n % 100 < 99 THEN 'browser'
          WHEN n % 200 < 100 THEN 'magic_link' ELSE 'report' END AS purpose
      FROM generate_series($1::int, $2::int) n) drawn) made
    JOIN jsonb_array_elements($4::jsonb) WITH ORDINALITY AS listed (device, place_) ON listed.place_ = made.device + 1
    CROSS JOIN LATERAL jsonb_to_record(listed.device) AS d("userAgent" text, kind text, browser text, system text)
    JOIN log_out_everywhere.realm r USING (purpose)`
