import { redirect } from "next/navigation"
import { requireAdmin } from "@/lib/auth/viewer"

export default async function AdminPage() {
  await requireAdmin()
  redirect("/admin/sessions")
}
