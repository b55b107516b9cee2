import { notFound } from "next/navigation"
import { requireAdmin } from "@/lib/auth/viewer"
import { settings } from "@/lib/settings"

/** The gate of the mails. Outside the demo they are not there: their links open people's accounts. */
export async function requireMailReader() {
  const viewer = await requireAdmin()
  return settings().isDemo ? viewer : notFound()
}
