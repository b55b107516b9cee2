import { isDatabaseUp } from "@/lib/db/health"

export const dynamic = "force-dynamic"

/** For load balancers: 200 when the app can check sessions, else 503. */
export async function GET(): Promise<Response> {
  const isUp = await isDatabaseUp()
  const headers = { "Cache-Control": "no-store" }
  return Response.json(
    { status: isUp ? "up" : "database_down" },
    { status: isUp ? 200 : 503, headers },
  )
}
