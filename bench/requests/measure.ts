import autocannon from "autocannon"
import { quantile } from "@/bench/measure"
import { connections, type MeasuredRequests, windowS } from "./report"

export interface Visitor {
  readonly email: string
  readonly headers: Readonly<Record<string, string>>
}

export interface Asked {
  readonly name: string
  readonly url: string
  /** It answers whose session it is, and refuses one that is made up. */
  readonly isChecked: boolean
}

/** Asks each in windows of some seconds, by turns and there and back, after one that is not counted. */
export async function measureWindows(
  all: readonly Asked[],
  visitors: readonly Visitor[],
  windows: number,
): Promise<MeasuredRequests[]> {
  const samples = all.map((asked) => ({
    asked,
    rates: [] as number[],
    medians: [] as number[],
    p99s: [] as number[],
  }))
  for (const asked of all) await verify(asked, visitors)
  for (let window = -1; window < windows; window++) {
    for (const sample of window % 2 === 0 ? samples : samples.toReversed()) {
      const { requests, latency } = await ask(sample.asked, visitors)
      if (window < 0) continue
      sample.rates.push(requests.total / windowS)
      sample.medians.push(latency.p50)
      sample.p99s.push(latency.p99)
    }
  }
  return samples.map(({ asked, rates, medians, p99s }) => ({
    name: asked.name,
    rates,
    medianMs: quantile(medians, 0.5),
    p99Ms: quantile(p99s, 0.5),
  }))
}

async function verify({ name, url, isChecked }: Asked, visitors: readonly Visitor[]) {
  for (const { email, headers } of visitors) {
    const answer = await fetch(url, { headers })
    const { email: found } = (await answer.json()) as { email?: string }
    if (!answer.ok || (isChecked && found !== email)) {
      throw new Error(`${name} answers ${answer.status}, and found ${found} in place of ${email}.`)
    }
  }
  const [{ headers } = { headers: {} as Record<string, string> }] = visitors
  const madeUp = { ...headers, cookie: `${headers.cookie}x` }
  const { status } = await fetch(url, { headers: madeUp })
  if (isChecked !== (status === 401))
    throw new Error(`${name} answers ${status} to a made-up secret.`)
}

async function ask({ name, url }: Asked, visitors: readonly Visitor[]) {
  let next = 0
  const result = await autocannon({
    url,
    connections,
    duration: windowS,
    setupClient: (client) => client.setHeaders({ ...visitors[next++ % visitors.length]?.headers }),
  })
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0) throw new Error(`${name} failed ${failed} times.`)
  return result
}
