import type { Query } from "log-out-everywhere/postgres"
import type { Sweep, SweepStore } from "@/lib/users/ports/sweeps"

/** The channel on which PostgreSQL tells that there is work. */
export const sweepChannel = "loe_sweep"

export function sweepStore(query: Query): SweepStore {
  const read = async (lock: string, id: string) => {
    const name = lock ? "sweep_lock" : "sweep_find"
    const text = `SELECT * FROM "Sweep" WHERE id = $1::uuid ${lock}`
    return (await query<Sweep>({ name, text }, [id]))[0] ?? null
  }
  const set = async (name: string, what: string, values: readonly unknown[]) => {
    const text = `UPDATE "Sweep" SET ${what} WHERE id = $1::uuid RETURNING pg_notify('${sweepChannel}', '')::text`
    await query({ name: `sweep_${name}`, text }, values)
  }

  return {
    find: (id) => read("", id),
    lock: (id) => read("FOR UPDATE", id),

    confirm: (id, reason, isMailed) =>
      set(
        "confirm",
        `"confirmedAt" = clock_timestamp(), reason = $2::text, "isMailed" = $3::boolean`,
        [id, reason, isMailed],
      ),

    setPaused: (id, isPaused) =>
      set("pause", `"pausedAt" = CASE WHEN $2::boolean THEN clock_timestamp() END`, [id, isPaused]),

    finish: (id) => set("finish", `"finishedAt" = clock_timestamp()`, [id]),

    async discard(id) {
      await query(discard, [id])
    },

    async next({ id, done }, size) {
      const rows = await query<{ tokenId: string }>(next, [id, done, size])
      return rows.map(({ tokenId }) => tokenId)
    },

    async advance({ id, isMailed }, places, ended) {
      const people = isMailed ? [...new Set(ended.map(({ userId }) => userId))] : []
      await query(advance, [id, places, ended.length, people])
    },

    untold: ({ id, toldTo }, size) =>
      query<{ userId: string; email: string }>(untold, [id, toldTo, size]),

    async noteTold({ id }, people) {
      await query(noteTold, [id, people.at(-1)?.userId, people.length])
    },

    async waiting() {
      return (await query<{ id: string }>(waiting, [])).map(({ id }) => id)
    },
  }
}

const discard = {
  text: `DELETE FROM "Sweep" WHERE id = $1::uuid AND "confirmedAt" IS NULL RETURNING id`,
}

const next = {
  name: "sweep_next",
  text: `SELECT "tokenId" FROM "SweptToken" WHERE "sweepId" = $1::uuid AND place > $2::int AND place <= $2::int + $3::int
    ORDER BY place`,
}

const advance = {
  name: "sweep_advance",
  text: `WITH advanced AS (
      UPDATE "Sweep" SET done = done + $2::int, ended = ended + $3::int WHERE id = $1::uuid)
    INSERT INTO "SweptPerson" ("sweepId", "userId") SELECT $1::uuid, unnest($4::uuid[])
    ON CONFLICT DO NOTHING RETURNING "userId"`,
}

const untold = {
  name: "sweep_untold",
  text: `SELECT p."userId", u.email FROM "SweptPerson" p JOIN "User" u ON u.id = p."userId"
    WHERE p."sweepId" = $1::uuid AND ($2::uuid IS NULL OR p."userId" > $2::uuid) ORDER BY p."userId" LIMIT $3::int`,
}

const noteTold = {
  name: "sweep_note_told",
  text: `UPDATE "Sweep" SET "toldTo" = $2::uuid, told = told + $3::int WHERE id = $1::uuid RETURNING id`,
}

const waiting = {
  name: "sweep_waiting",
  text: `SELECT id FROM "Sweep" WHERE "confirmedAt" IS NOT NULL AND "pausedAt" IS NULL AND "finishedAt" IS NULL
    ORDER BY "confirmedAt"`,
}
