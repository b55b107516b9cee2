import { readiness } from "@/lib/db/health"

const headers = { "Cache-Control": "no-store" }

/** For load balancers: 200 when sessions can be checked and begun, else 503. */
export async function answerReadiness(): Promise<Response> {
  const status = await readiness()
  return Response.json(
    { status },
    { status: status === "up" ? 200 : 503, headers: { ...headers, ...(status !== "up" && later) } },
  )
}

const later = { "Retry-After": "5" }

/** For whatever restarts the process: it answers. An outage of the database is mended by no restart. */
export const answerLiveness = (): Response => Response.json({ status: "up" }, { headers })
