/**
 * Where log out everywhere leads: sends the browser on to the log-in page.
 *
 * After an action Next asks for this address itself. It learns nothing here, and so the browser asks in person: it
 * forgets the pages that it had of the person, and the log-in page's answer takes the receipt's cookie away.
 */
export function GET({ headers }: Request): Response {
  if (headers.has("rsc")) return new Response(null, { status: 204 })
  return new Response(null, {
    status: 303,
    headers: { Location: "/login", "Cache-Control": "no-store" },
  })
}
