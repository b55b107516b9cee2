/** A database of one's own with the app's stores on it, and the people that tests are about. */
import { randomUUID } from "node:crypto"
import { type Issued, issue, resume, type Secret, type TokenPurpose } from "log-out-everywhere"
import pg from "pg"
import { authentication } from "@/authentication"
import { type Connection, connect, disconnect } from "@/lib/db/client"
import { sealWith } from "@/lib/db/mail/seal"
import { partsOn as appPartsOn } from "@/lib/db/parts"
import type { Role } from "@/lib/names/role"
import type { ActingSession } from "@/lib/users/log-in/prove"
import type { Parts } from "@/lib/users/ports/parts"
import type { Actor } from "@/lib/users/ports/user"
import { duringOutage } from "@/test/outages/outage"
import { cheapHash } from "./cheap-hash"
import { createTestDatabase } from "./database"
import { patient } from "./watched-connection"

/** The schema of the add-on's tables. */
export const addOn = "log_out_everywhere"

export interface World extends Parts {
  readonly urls: { readonly url: string; readonly ownerUrl: string }
  readonly connection: Connection
  /** Reads and writes past the app, as the tables' owner. */
  readonly sql: <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>
  /** While the work lasts the database is there for nobody. */
  readonly outage: (work: () => Promise<void>) => Promise<void>
  readonly close: () => Promise<void>
}

export interface Person {
  readonly id: string
  readonly email: string
  readonly password: string
  /** Where this person acts from. Each has a different address, so that no throttle joins them. */
  readonly address: string
}

/** A world on a fresh copy of the migrated database. */
export async function createWorld(): Promise<World> {
  const database = await createTestDatabase()
  const world = openWorld(database)
  return {
    ...world,
    async close() {
      await world.close()
      await database.drop()
    },
  }
}

/** A world on a database that is there. */
export function openWorld(urls: World["urls"]): World {
  const connection = connect(urls.url, patient)
  const owner = new pg.Pool({ connectionString: urls.ownerUrl, max: 4 })
  // A server that is killed on purpose must not take the test with it.
  owner.on("error", () => {})
  return {
    urls,
    connection,
    ...partsOn(connection),
    sql: async (text, values = []) => (await owner.query(text, [...values])).rows,
    outage: (work) => duringOutage(urls.ownerUrl, work),
    async close() {
      await disconnect(connection)
      await owner.end()
    },
  }
}

export const testSecret = "the secret of every test's world"

export const testSeal = () => sealWith(testSecret)

/** What use cases take, on any connection, where strangers are admitted. */
export function partsOn(connection: Connection): Parts {
  const made = parts.get(connection) ?? {
    ...appPartsOn(connection, testSeal),
    isSignUpOpen: () => true,
  }
  parts.set(connection, made)
  return made
}

const parts = new WeakMap<Connection, Parts>()

export const somePassword = "lantern harbor demo"

export async function addPerson(
  { sql }: World,
  {
    role = "user",
    password = somePassword,
    hash = cheapHash,
  }: { role?: Role; password?: string | null; hash?: typeof cheapHash } = {},
): Promise<Person> {
  const id = randomUUID()
  const email = `${id}@example.com`
  await sql(
    `INSERT INTO "User" (id, email, name, role, "passwordHash") VALUES ($1, $2, 'Ann', $3, $4)`,
    [id, email, role, password && (await hash(password))],
  )
  await sql(`INSERT INTO log_out_everywhere.owner ("userId") VALUES ($1)`, [id])
  return {
    id,
    email,
    password: password ?? "",
    address: `2001:db8:${groupOf(id.slice(0, 4))}:${groupOf(id.slice(4, 8))}::1`,
  }
}

/** PostgreSQL leaves a leading 0 out of what it keeps. */
const groupOf = (digits: string) => digits.replace(/^0/, "f")

/** A session, or another token, as a log-in of this person would get it now. */
export async function issueTo(
  { stores }: Pick<World, "stores">,
  { id, address }: Pick<Person, "id" | "address">,
  {
    purpose = "session",
    isRemembered = false,
  }: { purpose?: TokenPurpose; isRemembered?: boolean } = {},
): Promise<Issued> {
  const credential = await stores.users.findCredential({ userId: id })
  if (!credential) throw new Error(`There is no person ${id}.`)
  const proof = { ...credential, method: "password" }
  const device = {
    address,
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0",
  }
  const request = { purpose, proof, device, isRemembered }
  const issued = await issue(stores.tokens, authentication.policy, request, new Date())
  if (!issued.ok) throw new Error(`No token for the person ${id}: ${issued.failure}.`)
  return issued.value
}

/** What a request that brings this secret is told. */
export async function statusOf(
  { stores }: Pick<World, "stores">,
  secret: string,
  purpose: TokenPurpose = "session",
) {
  const { policy } = authentication
  const resumed = await resume(stores.tokens, policy, purpose, secret, { touch: false })
  return resumed.ok ? "active" : resumed.failure
}

export interface AuditRow {
  readonly action: string
  readonly actorId: string | null
  readonly targetId: string | null
  readonly reason: string | null
  readonly scope: string | null
  readonly count: number | null
  readonly address: string | null
  readonly details: unknown
}

/** What the audit log says of a person, in the order in which it was written. */
export function auditOf({ sql }: World, { id }: Pick<Person, "id">): Promise<AuditRow[]> {
  return sql(
    `SELECT action, "actorId", "targetId", reason, scope, count, address, details
     FROM "AuditEvent" WHERE "targetId" = $1 ORDER BY at, id`,
    [id],
  )
}

/** This person as an actor, by an API token, which few acts end. */
export const actorOf = async (world: Pick<World, "stores">, person: Person): Promise<Actor> =>
  actorIn(person, await issueTo(world, person, { purpose: "api" }))

export const anAdministrator = async (world: World): Promise<Actor> =>
  actorOf(world, await addPerson(world, { role: "admin" }))

/** This person as an actor in this session. */
export const actorIn = ({ id, address }: Person, { token }: Pick<Issued, "token">): Actor => ({
  userId: id,
  address,
  tokenId: token.id,
})

export const actingIn = (
  { id, email, address }: Person,
  { token, secret }: Issued,
): ActingSession => ({
  userId: id,
  email,
  address,
  tokenId: token.id,
  secret: secret as Secret,
})
