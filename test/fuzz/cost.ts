/** What one input costs the process that reads it. */
export interface Cost {
  readonly cpuMs: number
  /** For how long nobody else was answered. */
  readonly stallMs: number
}

/** Where the app tells it, when test/soak/measure-cost.ts is loaded into it. */
export const costPath = "/cost-of-what-was-asked"

const budget = { cpuMsPerKb: 20, stallMs: 50 }
const repeats = 10
export const worstKept = 50

/** How much of its budget an input takes: more than 1 is too much. Sizes count in whole kB. */
export function shareOf({ cpuMs, stallMs }: Cost, size: number): number {
  return Math.max(
    cpuMs / (budget.cpuMsPerKb * Math.ceil(size / 1_000 || 1)),
    stallMs / budget.stallMs,
  )
}

/** Keeps the items of the largest shares, so that they can be looked at alone. */
export function worstOf<Item>() {
  let kept: { readonly item: Item; readonly share: number }[] = []
  return {
    offer(item: Item, share: number) {
      if (kept.length >= worstKept && share <= (kept.at(-1)?.share ?? 0)) return
      kept = [...kept, { item, share }].sort((a, b) => b.share - a.share).slice(0, worstKept)
    },
    items: (): readonly Item[] => kept.map(({ item }) => item),
  }
}

/** The least of ten: what else the machine does can only add to it. */
export async function leastCost(measure: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = []
  for (let each = 0; each < repeats; each++) costs.push(await measure())
  const least = (of: (cost: Cost) => number) => Math.min(...costs.map(of))
  return { cpuMs: least(({ cpuMs }) => cpuMs), stallMs: least(({ stallMs }) => stallMs) }
}

/** Over an input of equal size that means nothing. */
export function over(cost: Cost, harmless: Cost): Cost {
  return {
    cpuMs: Math.max(0, cost.cpuMs - harmless.cpuMs),
    stallMs: Math.max(0, cost.stallMs - harmless.stallMs),
  }
}

/** Of work in this process, which may fail: the time is what counts. */
export async function costOf(work: () => unknown): Promise<Cost> {
  const before = process.cpuUsage()
  const startedAt = performance.now()
  try {
    await work()
  } catch {}
  const stallMs = performance.now() - startedAt
  const { user, system } = process.cpuUsage(before)
  return { cpuMs: (user + system) / 1_000, stallMs }
}
