import type { Crossing } from "./crossing.ts"

/** The answer without the cookies of these names. */
export function withoutCookies(answered: Response, isHidden: (name: string) => boolean): Response {
  const response = new Response(answered.body, answered)
  response.headers.delete("Set-Cookie")
  for (const line of answered.headers.getSetCookie()) {
    const [name = ""] = line.split("=")
    if (!isHidden(name.trim())) response.headers.append("Set-Cookie", line)
  }
  return response
}

/**
 * Sends a refused log-in to the log-in page, with the reason. NextAuth shows its error page, which says
 * "Configuration" for every error that is not NextAuth's.
 */
export async function withReason(
  answered: Response,
  { outcome }: Crossing,
  loginPath: string | undefined,
): Promise<Response> {
  if (outcome?.kind !== "refused") return answered
  const { headers, status } = answered
  const told = (location: string) => nameFailure(location, outcome.failure, loginPath)
  const location = headers.get("Location")
  if (location) {
    headers.set("Location", told(location))
    return answered
  }
  // next-auth/react is told as JSON.
  if (!headers.get("Content-Type")?.startsWith("application/json")) return answered
  const body: { readonly url?: unknown } | null = await answered.json()
  const said = typeof body?.url === "string" ? { ...body, url: told(body.url) } : body
  return Response.json(said, { status, headers })
}

function nameFailure(location: string, failure: string, loginPath: string | undefined): string {
  if (!URL.canParse(location)) return location
  const url = new URL(location)
  // What NextAuth itself tells of a password, with the reason in its code.
  if (url.searchParams.get("error") === "CredentialsSignin") return location
  const page = loginPath ? new URL(loginPath, url) : url
  page.searchParams.set("error", failure)
  return page.href
}

/** An outage is not a log-out: the cookie stays as it is. */
export function outage(): Response {
  return Response.json(
    { error: "The sessions do not answer just now. You are not logged out." },
    { status: 503, headers: { "Cache-Control": "no-store", "Retry-After": "5" } },
  )
}
