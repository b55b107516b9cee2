import pLimit, { type LimitFunction } from "p-limit"
import type { Share } from "./shares"

/** A lane for each key: whatever enters it takes its turn. */
export interface Lanes {
  readonly isFull: (key: string) => boolean
  /** Resolves when the work has, which it begins when its turn has come. */
  readonly run: (key: string, work: () => Promise<void>) => Promise<void>
  /** Lanes that something is in. */
  readonly size: () => number
}

export function lanesOf({ atOnce, waiting }: Share): Lanes {
  const lanes = new Map<string, LimitFunction>()
  const load = (lane: LimitFunction | undefined) =>
    lane ? lane.activeCount + lane.pendingCount : 0

  return {
    isFull: (key) => load(lanes.get(key)) >= atOnce + waiting,
    async run(key, work) {
      const lane = lanes.get(key) ?? pLimit(atOnce)
      lanes.set(key, lane)
      try {
        await lane(work)
      } finally {
        if (load(lane) === 0 && lanes.get(key) === lane) lanes.delete(key)
      }
    },
    size: () => lanes.size,
  }
}
