import { createHash } from "node:crypto"
import { hashSecret } from "log-out-everywhere"
import pg from "pg"
import { type Connection, connect, disconnect } from "@/lib/db/client"
import type { MailWish } from "@/lib/db/throttles/mail-throttle"

/** One session as the database has it. */
export interface SessionRow {
  readonly id: string
  readonly issuedAt: Date
  readonly provedAt: Date
  readonly lastActiveAt: Date
  readonly idleAt: Date
  readonly expiresAt: Date
  readonly address: string | null
  readonly userAgent: string | null
  readonly method: string
  readonly isRemembered: boolean
  readonly revokedAt: Date | null
  readonly revocationReason: string | null
  readonly revokedById: string | null
}

/** What no page can do or show: moving the clock of a row, and looking at it. */
export class Database {
  readonly connection: Connection
  readonly #owner: pg.Pool

  constructor(appUrl: string, ownerUrl: string) {
    this.connection = connect(appUrl)
    this.#owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
    // A server that is shut down under an idle connection must not take the tests with it.
    this.#owner.on("error", () => {})
  }

  async sql<Row>(text: string, ...values: readonly unknown[]): Promise<Row[]> {
    return (await this.#owner.query(text, [...values])).rows
  }

  async sessionOf(secret: string): Promise<SessionRow> {
    const [row] = await this.sql<SessionRow>(
      `SELECT * FROM log_out_everywhere.token_status WHERE hash = $1`,
      hashSecret(secret),
    )
    if (!row) throw new Error("The database has no such session.")
    return row
  }

  async sessionsOf(userId: string): Promise<SessionRow[]> {
    return this.sql(
      `SELECT * FROM log_out_everywhere.token_status WHERE "userId" = $1 AND purpose = 'session' ORDER BY "issuedAt"`,
      userId,
    )
  }

  /** All that an act upon these people would change, no matter who did it. */
  async everythingOf(...userIds: readonly string[]) {
    return [
      await this.sql(`SELECT * FROM "User" WHERE id = ANY($1::uuid[]) ORDER BY id`, userIds),
      await this.sql(
        `SELECT * FROM log_out_everywhere.token WHERE "userId" = ANY($1::uuid[]) ORDER BY id`,
        userIds,
      ),
      await this.sql(
        `SELECT * FROM "AuditEvent" WHERE "actorId" = ANY($1::uuid[]) OR "targetId" = ANY($1::uuid[])
           ORDER BY id`,
        userIds,
      ),
    ]
  }

  /** Sets an instant of a session relative to now: "-11 minutes". */
  async set(
    secret: string,
    column: "provedAt" | "lastActiveAt" | "idleAt" | "expiresAt",
    fromNow: string,
  ): Promise<void> {
    await this.sql(
      `UPDATE log_out_everywhere.token SET "${column}" = now() + $2::interval WHERE hash = $1`,
      hashSecret(secret),
      fromNow,
    )
  }

  /** The next mail of this kind may go to this mailbox now, so far as it waits for the one before. */
  async letMailGapPass(kind: MailWish["kind"], email: string): Promise<void> {
    const mailbox = createHash("sha256").update(email).digest("base64url")
    await this.sql(`DELETE FROM "RateLimit" WHERE key = $1`, `mail_gap:${kind}:${mailbox}`)
  }

  async end(): Promise<void> {
    await this.#owner.end()
    await disconnect(this.connection)
  }
}
