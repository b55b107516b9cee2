import { Readable } from "node:stream"
import { notFound, redirect } from "next/navigation"
import type { NextRequest } from "next/server"
import {
  filterOf,
  filterWords,
  parseSearch,
  sessionsHref,
} from "@/app/(private)/admin/sessions/search"
import { requestFacts } from "@/lib/auth/request-facts"
import { requireAdmin } from "@/lib/auth/viewer"
import { connection } from "@/lib/db/client"
import { queryById } from "@/lib/db/desk/query-by-id"
import { tokenDirectory } from "@/lib/db/desk/token-directory"
import { fileFormats, tokenFile } from "@/lib/db/desk/token-file"
import { parts } from "@/lib/db/parts"
import { noteExport } from "@/lib/users/admin/export-tokens"

const types = { csv: "text/csv; charset=utf-8", jsonl: "application/jsonl; charset=utf-8" }

/** What the filters of the address find, as a file: for administrators who have just proved who they are. */
export async function GET(request: NextRequest): Promise<Response> {
  const { session, userId, isFresh, now } = await requireAdmin()
  const params = Object.fromEntries(request.nextUrl.searchParams)
  const { query } = parseSearch(params)
  const format = fileFormats.find((each) => each === params.format)
  const { filter } = filterOf(query, now)
  if (!format || !filter) notFound()
  // The page's own form asks for the proof, and leads here after it; another site's link does not.
  const isOwn = request.headers.get("sec-fetch-site") !== "cross-site"
  if (!isFresh || !isOwn) redirect(sessionsHref({ query }))

  const { address } = (await requestFacts()).device
  const count = await tokenDirectory().countAll(filter)
  const asked = { query: await queryById(connection(), filterWords(query)), format, count }
  const noted = await noteExport(parts(), { userId, tokenId: session.id, address }, asked)
  if (!noted.ok) redirect("/login")

  const name = `sessions-${now.toISOString().slice(0, 10)}.${format}`
  const lines = Readable.toWeb(Readable.from(tokenFile(filter, format), { objectMode: false }))
  return new Response(lines as ReadableStream, {
    headers: {
      "Content-Type": types[format],
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  })
}
