import { apiDocument } from "@/lib/api/document"
import { settings } from "@/lib/settings"

export const dynamic = "force-dynamic"

/** The document of the API. It is for everyone: what it tells is in the source. */
export function GET(): Response {
  const headers = { "Cache-Control": "no-store" }
  return Response.json(apiDocument(settings().authUrl.origin), { headers })
}
