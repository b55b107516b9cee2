import { NextRequest } from "next/server"

/**
 * The request without the cookies whose name (and value) is to be hidden from NextAuth.
 *
 * Read as NextAuth reads them, with blanks around a name. Next's own reading keeps such blanks as part
 * of the name, and would leave in what NextAuth then finds.
 */
export function withoutCookies(
  request: NextRequest,
  isHidden: (name: string, value: string) => boolean,
): NextRequest {
  const pairs = request.headers.get("cookie")?.split(";") ?? []
  const kept = pairs.filter((pair) => {
    const [name = "", ...value] = pair.split("=")
    return !isHidden(name.trim(), value.join("=").trim())
  })
  if (kept.length === pairs.length) return request
  const headers = new Headers(request.headers)
  headers.set("cookie", kept.join(";"))
  return new NextRequest(request, { headers })
}
