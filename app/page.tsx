import { redirect } from "next/navigation"
import { requireViewer } from "@/lib/auth/viewer"

export default async function HomePage() {
  await requireViewer()
  redirect("/account/security")
}
