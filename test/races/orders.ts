/** Every order that the steps of two parties can come in, each party's own steps in their order. */
export function ordersOf(first: number, second: number): readonly (readonly (0 | 1)[])[] {
  if (first === 0) return [Array<1>(second).fill(1)]
  if (second === 0) return [Array<0>(first).fill(0)]
  return [
    ...ordersOf(first - 1, second).map((rest) => [0, ...rest] as const),
    ...ordersOf(first, second - 1).map((rest) => [1, ...rest] as const),
  ]
}

/** Runs steps one by one, and goes on to the other party while one of them waits for a lock. */
export function laneOf(steps: readonly (() => Promise<unknown>)[]) {
  let last: Promise<unknown> = Promise.resolve()
  let next = 0
  return {
    async step(waits: () => Promise<boolean>) {
      const step = steps[next++]
      let isDone = false
      last = last.then(step).finally(() => {
        isDone = true
      })
      while (!isDone && !(await waits())) await new Promise((done) => setImmediate(done))
    },
    finished: () => last,
  }
}
