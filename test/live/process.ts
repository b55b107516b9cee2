/** A process of an app that keeps answers, as a child: its listening line may lead over a bad network. */
import {
  defaultAuthentication,
  hashSecret,
  issue,
  newSecret,
  tokenStatus,
} from "log-out-everywhere"
import { cachedDatabase, takeLease, tokenCache } from "log-out-everywhere/live"
import { fromPg, openListener, postgres, postgresBus } from "log-out-everywhere/postgres"
import pg from "pg"
import type { Asked, Told } from "./child"

const [databaseUrl, lineUrl, lengthMs, isWithoutLease] = process.argv.slice(2)
const skew = { monotonic: 0, wall: 0 }
const clocks = {
  monotonic: () => performance.now() + skew.monotonic,
  wall: () => Date.now() + skew.wall,
}

const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 })
pool.on("error", () => {})
const listener = openListener(
  () => new pg.Client({ connectionString: lineUrl, connectionTimeoutMillis: 1_000 }),
  { firstPauseMs: 4, longestPauseMs: 16, askMs: 250 },
)
const connection = fromPg(pool)
const bus = postgresBus(connection.query, listener)
const lease = takeLease(bus, { lengthMs: Number(lengthMs), clocks })
const held = isWithoutLease === "true" ? { ...lease, holds: () => true } : lease
const stored = postgres(connection, { users: { table: "User", type: "uuid" } })
let asked = 0
const counted: typeof stored = {
  ...stored,
  tokens: {
    ...stored.tokens,
    findByHash(hash) {
      asked++
      return stored.tokens.findByHash(hash)
    },
  },
}
const database = cachedDatabase(counted, tokenCache(bus, held), held)
const { policy } = defaultAuthentication()

async function answer(wanted: Asked): Promise<Told> {
  switch (wanted.kind) {
    case "log in":
      return database.transact(async (tokens, now) => {
        const found = await tokens.findOwner(wanted.userId)
        if (!found) throw new Error("Nobody is there.")
        const proof = { userId: wanted.userId, ...found.owner, method: "password" }
        const request = { purpose: "session", proof, isRemembered: false, device } as const
        const issued = await issue(tokens, policy, request, now)
        return issued.ok ? { id: issued.value.token.id, secret: issued.value.secret } : {}
      })
    case "check": {
      const before = asked
      const found = await database.tokens.findByHash(hashSecret(wanted.secret))
      const status = found ? tokenStatus(found) : "unknown"
      return { isLive: status === "active", isKept: asked === before }
    }
    case "touch": {
      const at = new Date()
      await database.tokens.touch(wanted.tokenId, at, new Date(+at + 3_600_000))
      return {}
    }
    case "revoke":
      await database.transact((tokens, at) =>
        tokens.revoke(
          wanted.userId,
          { kind: "one", tokenId: wanted.tokenId, purpose: "session" },
          { at, reason: "log_out", by: null },
        ),
      )
      return {}
    case "change the password":
      await database.transact((tokens, at) =>
        tokens.raiseEpoch(
          wanted.userId,
          { at, reason: "password_change", by: null },
          { purposes: ["session"], sparedTokenId: wanted.spared },
        ),
      )
      return {}
    case "rotate": {
      const secret = newSecret()
      const [from, to] = [hashSecret(wanted.secret), hashSecret(secret)]
      const isRotated = await database.tokens.rotate(wanted.tokenId, from, to, new Date())
      return isRotated ? { secret } : {}
    }
    case "set the clocks":
      skew.monotonic += wanted.monotonic
      skew.wall += wanted.wall
      return {}
    case "say whether it is live":
      return { isLive: lease.holds() }
  }
}

const device = { address: null, userAgent: null }

process.on("message", async ({ id, wanted }: { id: number; wanted: Asked }) => {
  const told = await answer(wanted).catch((error: Error) => ({ problem: error.message }))
  process.send?.({ id, told })
})
process.on("disconnect", () => process.exit())
process.send?.({ id: 0, told: {} })
