import { jwtVerify, SignJWT } from "jose"
import { takeLease, tokenCache } from "log-out-everywhere/live"
import { postgresBus } from "log-out-everywhere/postgres"
import { tokenStore } from "@/lib/db/add-on"
import { connect, disconnect } from "@/lib/db/client"
import { listenTo } from "@/lib/db/listener"
import { poolQuery } from "@/lib/db/query"
import type { SessionOwner } from "@/lib/users/ports/stores"
import type { Check, Team } from "./contender"
import { resuming } from "./ours"
import { emailOf, sampled, secretOf } from "./sessions"

/** So few that each is asked for again before its answer is too old to be kept. */
const sample = 20

/** The check with `SESSION_CACHE=on`, and what an app saves that puts the person into a signed token instead. */
export async function keptTeam(url: string, sessions: number): Promise<Team> {
  const connection = connect(url)
  const query = poolQuery(connection)
  const listener = listenTo(url)
  const bus = postgresBus(query, listener)
  const lease = takeLease(bus)
  const tokens = tokenCache<SessionOwner>(bus, lease).over(tokenStore(query))
  const key = crypto.getRandomValues(new Uint8Array(32))
  const signed = new Map<number, string>()
  const emails = new Map<string, string>()
  for (const session of sampled(sample, sessions)) {
    emails.set(secretOf(session), emailOf(session))
    const claims = new SignJWT({ email: emailOf(session) }).setProtectedHeader({ alg: "HS256" })
    signed.set(session, await claims.setExpirationTime("1d").sign(key))
  }

  return {
    checks: [
      {
        name: "ours: resume, from memory under a lease",
        role: "kept",
        sample,
        prepare: resuming(tokens),
      },
      {
        name: "floor: a Map in the process",
        role: "other",
        sample,
        prepare(session): Check {
          const secret = secretOf(session)
          return async () => emails.get(secret)
        },
      },
      {
        name: "jose: verify a JWT (blind to revocation)",
        role: "jwt",
        sample,
        prepare(session): Check {
          const token = signed.get(session)
          return async () => {
            if (!token) return null
            const { payload } = await jwtVerify(token, key)
            return String(payload.email)
          }
        },
      },
    ],
    gates: [],
    async close() {
      lease.close()
      await listener.close()
      await disconnect(connection)
    },
  }
}
