import { expect } from "playwright/test"
import { authentication } from "@/authentication"
import { rollUp } from "@/lib/db/hourly/roll-up"
import type { Database } from "./database"

/** Counts the last hours again, as if the app had stopped for so long. The app may be counting at the same time. */
export async function countHours(database: Database): Promise<void> {
  const count = async () => {
    await database.sql(
      `UPDATE "HourlyCount" SET hour = date_trunc('hour', now()) - interval '5 hours' WHERE measure = 'live'`,
    )
    return rollUp(database.connection, authentication.retention)
  }
  await expect.poll(count).not.toBeNull()
}
