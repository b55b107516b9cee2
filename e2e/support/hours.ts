import { authentication } from "@/authentication"
import { rollUp } from "@/lib/db/hourly/roll-up"
import type { Database } from "./database"

/** Counts every hour from the beginning, as the app does once they are over. What other tests left behind is counted with it. */
export async function countHours(database: Database): Promise<void> {
  await database.sql(`DELETE FROM "HourlyCount"`)
  await rollUp(database.connection, authentication.retention)
}
