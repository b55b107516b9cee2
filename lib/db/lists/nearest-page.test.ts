import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { tokenDirectory } from "@/lib/db/desk/token-directory"
import { addPerson, createWorld } from "@/test/world/people"
import { auditDirectory } from "./audit-directory"
import { historyOf } from "./history"
import type { Page, PageRequest } from "./keyset"
import { mailList } from "./mail-list"
import { sessionsOf } from "./session-list"
import { userDirectory } from "./user-directory"

const world = await createWorld()
afterAll(world.close)
const { sql, connection } = world

/** As many as two pages and a bit, a second apart. */
const rows = `generate_series(1, 110) n, (SELECT now() - interval '1 hour' AS start) clock`
const instant = "start + n * interval '1 second'"

interface List {
  readonly table: string
  /** Fills a list of somebody's own, and answers how it is read. */
  readonly fill: () => Promise<(request: PageRequest) => Promise<Page<object>>>
}

async function withSessions(revokedAt: "NULL" | "now()") {
  const person = await addPerson(world)
  await sql(
    `INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
       "lastActiveAt", "idleAt", "expiresAt", "revokedAt", "revocationReason")
     SELECT sha256(gen_random_uuid()::text::bytea), 'session', $1, 0, 0, 'password', ${instant}, ${instant}, ${instant},
       ${instant} + interval '2 hours', ${instant} + interval '2 hours', ${revokedAt},
       CASE WHEN ${revokedAt} IS NOT NULL THEN 'log_out' END FROM ${rows}`,
    [person.id],
  )
  return person
}

async function withEvents(): Promise<string> {
  const { id } = await addPerson(world)
  await sql(
    `INSERT INTO "AuditEvent" (id, at, action, "targetId") SELECT gen_random_uuid(), ${instant}, 'log_in', $1 FROM ${rows}`,
    [id],
  )
  return id
}

const anySession = { status: null, purpose: "session" } as const
const byBeginning = { sort: "started", isDescending: true } as const

const lists: Readonly<Record<string, List>> = {
  "a person's live sessions": {
    table: "log_out_everywhere.token",
    async fill() {
      const { id } = await withSessions("NULL")
      return (request) => sessionsOf(id, connection).live(null, request)
    },
  },
  "a person's ended sessions": {
    table: "log_out_everywhere.token",
    async fill() {
      const { id } = await withSessions("now()")
      return (request) => sessionsOf(id, connection).ended(request)
    },
  },
  "everyone's sessions": {
    table: "log_out_everywhere.token",
    async fill() {
      const { email: person } = await withSessions("NULL")
      const filter = { ...anySession, person }
      return async (request) => {
        const page = await tokenDirectory(connection).page(filter, byBeginning, request)
        if (!page.ok) throw new Error(page.failure)
        const { count: _, ...places } = page.value
        return places
      }
    },
  },
  "everyone with an account": {
    table: '"User"',
    async fill() {
      const text = `@${randomUUID()}.example`
      await sql(`INSERT INTO "User" (id, email) SELECT gen_random_uuid(), n || $1 FROM ${rows}`, [
        text,
      ])
      const filter = { text, role: null, state: null }
      return (request) => userDirectory(connection).page({ ...filter, ...request })
    },
  },
  "the audit log": {
    table: '"AuditEvent"',
    async fill() {
      const personId = await withEvents()
      return (request) => auditDirectory(connection).page({ action: null, personId, ...request })
    },
  },
  "a person's history": {
    table: '"AuditEvent"',
    async fill() {
      const id = await withEvents()
      return (request) => historyOf(id, request, connection)
    },
  },
  "the mails of the demo": {
    table: '"OutboxMail"',
    async fill() {
      await sql(
        `INSERT INTO "OutboxMail" (kind, "to", "createdAt") SELECT 'new_device', 'a@example.com', ${instant} FROM ${rows}`,
      )
      return (request) => mailList(connection).page(request)
    },
  },
}

test.each(Object.entries(lists))(
  "no page of %s is empty while the list is not, and each leads to the first",
  async (_, { table, fill }) => {
    const read = await fill()
    const remove = (ids: readonly string[]) =>
      sql(`DELETE FROM ${table} WHERE id = ANY($1::uuid[])`, [ids])
    const [one, two, three] = await pagesOf(read)
    expect([one, two, three].map((page) => page?.ids.length)).toEqual([50, 50, 10])

    // The last page loses its rows, and then the one before its last.
    await remove(three?.ids ?? [])
    const last = await read({ after: two?.next ?? "" })
    expect(idsOf(last)).toEqual(two?.ids)
    expect(last.next).toBe(null)
    expect(idsOf(await read({ before: last.previous ?? "" }))).toEqual(one?.ids)
    await remove(two?.ids.slice(-1) ?? [])
    expect(idsOf(await read({ after: two?.next ?? "" })).at(-1)).toBe(two?.ids.at(-2))

    // The first page loses its rows.
    await remove(one?.ids ?? [])
    const first = await read({ before: two?.previous ?? "" })
    expect(idsOf(first)).toEqual(two?.ids.slice(0, -1))
    expect(first.previous).toBe(null)

    await remove(two?.ids ?? [])
    for (const request of [{}, { after: one?.next ?? "" }, { before: two?.previous ?? "" }]) {
      expect(await read(request)).toEqual({ items: [], previous: null, next: null })
    }
  },
)

async function pagesOf(read: (request: PageRequest) => Promise<Page<object>>) {
  const pages: (Page<object> & { readonly ids: readonly string[] })[] = []
  for (let next: string | null | undefined; next !== null; next = pages.at(-1)?.next ?? null) {
    const page = await read(next ? { after: next } : {})
    pages.push({ ...page, ids: idsOf(page) })
  }
  return pages
}

const idsOf = ({ items }: Page<object>): readonly string[] =>
  items.map((item) => {
    const { id, token } = item as { readonly id?: string; readonly token?: { readonly id: string } }
    return token?.id ?? id ?? ""
  })
