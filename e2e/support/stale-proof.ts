import type { Page } from "playwright/test"
import { secretOf } from "@/test/http/session-cookie"
import type { Database } from "./database"

/** As if the person had proved themselves eleven minutes ago, when the page came. */
export async function makeStale(page: Page, database: Database) {
  await database.set(await secretOf(page), "provedAt", "-11 minutes")
  await page.reload()
}
