/** Whether the worst inputs of a fuzz, run again alone, stay within their budget of time. */
import { ask, harmlessTwin, sizeOfRequest } from "@/test/fuzz/ask"
import { type Cost, costOf, costPath, leastCost, over, shareOf } from "@/test/fuzz/cost"
import type { Run } from "@/test/fuzz/law"
import type { HostileRequest } from "@/test/fuzz/requests"

export interface Costly extends Cost {
  readonly size: number
  readonly share: number
  /** The beginning of it, for a person to read. */
  readonly what: string
}

export async function costliestRun(runs: readonly Run[]): Promise<Costly | undefined> {
  const costly: Costly[] = []
  for (const { again, harmless, input, size } of runs) {
    const cost = over(await leastCost(() => costOf(again)), await leastCost(() => costOf(harmless)))
    costly.push({ ...cost, size, share: shareOf(cost, size), what: beginning(input) })
  }
  return worst(costly)
}

/** Apart: those that are answered with a page, whose rendering is most of what they cost. */
export async function costliestRequests(
  url: string,
  requests: readonly HostileRequest[],
): Promise<Readonly<Record<"rendered" | "others", Costly | undefined>>> {
  const rendered: Costly[] = []
  const others: Costly[] = []
  for (const hostile of requests) {
    const { type } = await ask(url, hostile)
    const cost = over(await costAt(url, hostile), await costAt(url, harmlessTwin(hostile)))
    const size = sizeOfRequest(hostile)
    const found = { ...cost, size, share: shareOf(cost, size), what: beginning(hostile) }
    if (/text\/(?:html|x-component)/.test(type)) rendered.push(found)
    else others.push(found)
  }
  return { rendered: worst(rendered), others: worst(others) }
}

function costAt(url: string, hostile: HostileRequest): Promise<Cost> {
  const question = { method: "GET", path: costPath, headers: {}, body: "" }
  return leastCost(async () => {
    await ask(url, question)
    await ask(url, hostile)
    return JSON.parse((await ask(url, question)).body)
  })
}

const worst = (costly: readonly Costly[]) => costly.toSorted((a, b) => b.share - a.share)[0]

const beginning = (input: unknown) => JSON.stringify(input).slice(0, 160)
