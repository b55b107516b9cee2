import { notFound } from "next/navigation"
import { requireAdmin } from "@/lib/auth/viewer"

/** Any other address below /admin, so that what is missing is said in the shell, and to administrators alone. */
export default async function MissingPage() {
  await requireAdmin()
  notFound()
}
