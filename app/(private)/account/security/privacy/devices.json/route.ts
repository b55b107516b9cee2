import { redirect } from "next/navigation"
import { deviceDataOf } from "@/lib/api/device-data"
import { getViewer } from "@/lib/auth/viewer"
import { accountPages } from "@/lib/names/account-pages"

/** What is kept of a person's devices, as a file: the same as the API answers, in lines. */
export async function GET(): Promise<Response> {
  const viewer = await getViewer()
  if (!viewer) redirect(`/login?returnTo=${encodeURIComponent(accountPages.privacy)}`)
  const data = await deviceDataOf(viewer.userId, viewer.now)
  const name = `devices-${data.exportedAt.slice(0, 10)}.json`
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  })
}
