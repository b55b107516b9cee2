import { readReport } from "@/app/(private)/admin/audit/report/read-report"
import { parseReport } from "@/app/(private)/admin/audit/report/search"
import { requireAdmin } from "@/lib/auth/viewer"

/** The report as a file: the same that its page reads out. */
export async function GET(request: Request): Promise<Response> {
  const { email, now } = await requireAdmin()
  const search = parseReport(Object.fromEntries(new URL(request.url).searchParams))
  const report = await readReport(search)
  const isThere = report.kind === "act" || report.kind === "span"
  const written = { writtenAt: now, writtenBy: email }
  return new Response(JSON.stringify({ ...written, ...report }, null, 2), {
    status: isThere ? 200 : report.kind === "no_act" ? 404 : 400,
    headers: {
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="report-${now.toISOString().slice(0, 10)}.json"`,
      "Cache-Control": "no-store",
    },
  })
}
