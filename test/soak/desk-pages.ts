import { sessionsHref } from "@/app/(private)/admin/sessions/search"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { HttpClient } from "@/test/http/http-client"
import { addPerson, issueTo, type World } from "@/test/world/people"
import { onAppOf } from "./app-under-soak"
import type { Combination } from "./desk-combinations"
import { type Outcome, quantile } from "./figures"

/** What is aimed at for half of the pages, and how many times that is too long: machines differ. */
const [aimMs, factor] = [200, 3] as const

/** How long an administrator waits for the page of each combination: from asking for it to its last byte. */
export async function soakPages(world: World, looks: readonly Combination[]): Promise<Outcome> {
  const { secret } = await issueTo(world, await addPerson(world, { role: "admin" }))
  const times = await onAppOf(world.urls, async ({ url }) => {
    const client = new HttpClient(url)
    client.cookies.set(sessionCookieName, secret)
    await timeOf(client, "/admin/sessions")
    const ms: number[] = []
    for (const look of looks) ms.push(await timeOf(client, sessionsHref(look)))
    return ms
  })
  const medianMs = Math.round(quantile(times, 0.5))
  return {
    figures: {
      "their pages": {
        combinations: times.length,
        "p50 ms": medianMs,
        "p95 ms": Math.round(quantile(times, 0.95)),
        "worst ms": Math.round(Math.max(...times)),
      },
    },
    broken: medianMs > factor * aimMs ? [`Half of the pages take ${medianMs} ms and more.`] : [],
  }
}

async function timeOf(client: HttpClient, path: string): Promise<number> {
  const startedAt = performance.now()
  const { status } = await client.ask(path)
  if (status !== 200) throw new Error(`${path} answered ${status}.`)
  return performance.now() - startedAt
}
