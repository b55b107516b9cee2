import { NextResponse } from "next/server"
import { clearBrowser } from "@/lib/auth/cookies/log-out-response"
import { readSessionCookie } from "@/lib/auth/cookies/session-cookie"
import { withOutcome } from "@/lib/auth/outcome"
import { isForAnother, stalePage } from "@/lib/auth/rendered-for"
import { factsOf } from "@/lib/auth/request-facts"
import { getViewer } from "@/lib/auth/viewer"
import { parts } from "@/lib/db/parts"
import { logOut } from "@/lib/users/log-in/log-out"

/** Logs this browser out. A route, because a server action cannot send Clear-Site-Data. */
export async function POST(request: Request): Promise<Response> {
  const { isFromOurPages, device } = factsOf(request.headers)
  if (!isFromOurPages) return new Response("Log out from a page of this app.", { status: 403 })
  const viewer = await getViewer()
  if (viewer && isForAnother(await formOf(request), viewer)) return seeOther(stalePage("/"))
  const secret = await readSessionCookie()
  const isOver = !secret || (await logOut(parts(), secret, device.address))
  // The browser may hold a newer secret now. Its page says so, and asks whether to end that session.
  return isOver
    ? clearBrowser(seeOther(await withOutcome("/login", "logged_out")))
    : seeOther("/log-out")
}

/** What is no form says of no one that it was rendered for them. */
const formOf = (request: Request) => request.formData().catch(() => new FormData())

/** Opening the address ends nothing; the page asks first. */
export function GET(): Response {
  return seeOther("/log-out")
}

/** A relative address: behind a proxy the request does not know its own origin. */
function seeOther(path: string): NextResponse {
  return new NextResponse(null, { status: 303, headers: { Location: path } })
}
