import type { Heard, RevocationBus } from "./bus.ts"

/** A bus within one process: for an app that has no other, and for tests. */
export function memoryBus(): RevocationBus {
  const listeners = new Set<(heard: Heard) => void>()
  return {
    async announce(announcement) {
      for (const hear of listeners) hear(announcement)
    },

    listen(hear) {
      // A function of its caller's may be listened to twice.
      const listener = (heard: Heard) => hear(heard)
      queueMicrotask(() => {
        listeners.add(listener)
        listener({ kind: "missed" })
      })
      return () => void listeners.delete(listener)
    },

    async close() {
      listeners.clear()
    },
  }
}
