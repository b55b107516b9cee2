import { check, gate, openBetterAuth } from "./better-auth"
import type { Team } from "./contender"
import { openPool } from "./pool"
import { sampled, secretOf } from "./sessions"

const sample = 200

/**
 * Better Auth with sessions in a secondary storage: a `Map` of this process, the quickest that there can be. No other
 * process sees it, so that a Redis is what a real one costs, and no target is measured by it.
 */
export async function storedTeam(url: string, sessions: number): Promise<Team> {
  const pool = openPool(url)
  const stored = storage()
  const auth = openBetterAuth(pool, { secondaryStorage: stored })
  const plain = await openBetterAuth(pool).$context
  for (const session of sampled(sample, sessions)) {
    const token = secretOf(session)
    stored.set(token, JSON.stringify(await plain.internalAdapter.findSession(token)))
  }

  return {
    checks: [{ ...(await check(`, ${storageName}`, auth)), role: "other", sample }],
    gates: [{ ...(await gate(`, ${storageName}`, auth)), role: "other", sample }],
    close: () => pool.end(),
  }
}

export const storageName = "secondary storage in its memory"

/** What Better Auth asks of a secondary storage. Nothing in it expires during a run. */
export function storage() {
  const kept = new Map<string, string>()
  const get = (key: string) => kept.get(key) ?? null
  return {
    get,
    set: (key: string, value: string) => void kept.set(key, value),
    delete: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    keys: () => [...kept.keys()],
    getAndDelete(key: string) {
      const value = get(key)
      kept.delete(key)
      return value
    },
    increment(key: string) {
      const count = Number(get(key)) + 1
      kept.set(key, String(count))
      return count
    },
  }
}
