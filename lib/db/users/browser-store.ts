import type { Query } from "log-out-everywhere/postgres"
import type { BrowserStore } from "@/lib/users/ports/stores"

export function browserStore(query: Query): BrowserStore {
  return {
    async setName(userId, browserId, name) {
      return (await query(setName, [userId, browserId, name])).length > 0
    },
  }
}

const setName = {
  name: "browser_set_name",
  text: `INSERT INTO "BrowserName" ("browserId", name)
    SELECT b.id, $3::text FROM log_out_everywhere.token_status b
    WHERE b."userId" = $1::uuid AND b.id = $2::uuid AND b.purpose = 'browser' AND b."isLive"
    ON CONFLICT ("browserId") DO UPDATE SET name = excluded.name RETURNING "browserId"`,
}
