/** The app's own connection, with somebody who sees each statement before it is sent. */
import pg from "pg"
import { type Connection, connect } from "@/lib/db/client"

export interface Watch {
  /** The statement waits for it. */
  readonly before?: (sql: string) => Promise<void> | undefined
  readonly after?: (sql: string) => void
  /** What is sent in its place. */
  readonly rewrite?: (sql: string) => string
}

/** On a machine that is busy with tests a connection may take its time. */
export const patient = { connectionTimeoutMillis: 60_000 }

/** `name` is how the connection shows in pg_stat_activity. */
export function watchedConnection(url: string, watch: Watch, name = "watched"): Connection {
  return connect(url, { ...patient, Client: watchedClient(watch), application_name: name })
}

type Answer = (error: Error | null, result?: unknown) => void

/** A subclass, since both Prisma and the pool end at `Client.query`, one with a promise and one with a callback. */
function watchedClient({ before, after, rewrite }: Watch): typeof pg.Client {
  class WatchedClient extends pg.Client {
    override query(...given: unknown[]): never {
      const [first, ...rest] = given
      const text = textOf(first)
      const statement = rewrite && text !== undefined ? withText(first, rewrite(text)) : first
      const last = rest.at(-1)
      const send = (...args: unknown[]) => Reflect.apply(super.query, this, args)
      if (text === undefined) return send(...given) as never

      const answered = (before?.(text) ?? Promise.resolve()).then(async () => {
        const values = typeof last === "function" ? rest.slice(0, -1) : rest
        const result = await send(statement, ...values)
        after?.(text)
        return result
      })
      if (typeof last !== "function") return answered as never
      const answer = last as Answer
      answered.then((result) => answer(null, result), answer)
      return undefined as never
    }
  }
  return WatchedClient
}

function textOf(statement: unknown): string | undefined {
  if (typeof statement === "string") return statement
  const { text } = statement as { text?: unknown }
  // A cursor or a copy stream has no text and passes unseen.
  return typeof text === "string" ? text : undefined
}

const withText = (statement: unknown, text: string) =>
  typeof statement === "string" ? text : { ...(statement as object), text }
