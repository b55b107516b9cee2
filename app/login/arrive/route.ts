import type { NextRequest } from "next/server"
import { withOutcome } from "@/lib/auth/outcome"
import { safeReturnTo } from "@/lib/auth/request"
import { getViewer } from "@/lib/auth/viewer"

/**
 * Where a log-in arrives: shows whether the browser kept the cookie, and sends it on.
 *
 * After an action Next asks for this address itself, with the cookie that it has just set, whatever
 * the browser did with it. That request learns nothing here, and so the browser asks in person.
 */
export async function GET(request: NextRequest): Promise<Response> {
  if (request.headers.has("rsc")) return new Response(null, { status: 204 })
  const returnTo = request.nextUrl.searchParams.get("returnTo")
  const isKept = (await getViewer()) !== null
  const Location = isKept ? safeReturnTo(returnTo) : await withOutcome("/login", "dropped")
  return new Response(null, { status: 303, headers: { Location, "Cache-Control": "no-store" } })
}
