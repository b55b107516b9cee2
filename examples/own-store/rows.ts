import type { Revocation, Token, TokenOwner } from "log-out-everywhere"
import type { Database, SqlValue } from "sql.js"

/** A row of the table `token`. */
export interface TokenRow {
  readonly id: string
  readonly owner_id: string
  readonly purpose: Token["purpose"]
  readonly epoch: number
  readonly generation: number
  readonly browser_id: string | null
  readonly issued_at: number
  readonly proved_at: number
  readonly last_active_at: number
  readonly idle_at: number
  readonly expires_at: number
  readonly rest: string
  readonly revocation: string | null
}

type Rest = Pick<Token, "method" | "isRemembered" | "device" | "provider" | "name" | "data">

export function tokenOf(row: TokenRow): Token {
  const rest: Rest = JSON.parse(row.rest)
  return {
    ...rest,
    id: row.id,
    userId: row.owner_id,
    purpose: row.purpose,
    epoch: row.epoch,
    realmGeneration: row.generation,
    browserId: row.browser_id,
    issuedAt: new Date(row.issued_at),
    provedAt: new Date(row.proved_at),
    lastActiveAt: new Date(row.last_active_at),
    idleAt: new Date(row.idle_at),
    expiresAt: new Date(row.expires_at),
    revocation: row.revocation === null ? null : revocationOf(JSON.parse(row.revocation)),
  }
}

const revocationOf = (kept: Revocation): Revocation => ({ ...kept, at: new Date(kept.at) })

/** Runs one statement, and hands over the rows that it reads or returns. */
export function runOn(database: Database) {
  return <Row>(text: string, values: Readonly<Record<string, SqlValue>> = {}): readonly Row[] => {
    const statement = database.prepare(text)
    try {
      // SQLite takes no value that the statement does not name.
      const named = Object.entries(values).filter(([name]) => text.includes(name))
      statement.bind(Object.fromEntries(named))
      const rows: Row[] = []
      while (statement.step()) rows.push(statement.getAsObject() as Row)
      return rows
    } finally {
      statement.free()
    }
  }
}

export interface OwnerRow {
  readonly id: string
  readonly role: string
  readonly epoch: number
  readonly is_disabled: number
}

export const ownerOf = ({ id, role, epoch, is_disabled }: OwnerRow): TokenOwner => ({
  id,
  role,
  epoch,
  isDisabled: is_disabled === 1,
})
