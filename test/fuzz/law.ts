import fc from "fast-check"

/** What must hold of a parser, whatever it is given. It throws where it does not. */
export interface Law {
  /** Throws, with the smallest input that breaks it. */
  readonly check: (runs: number, seed: number, watch?: Watch) => Promise<void>
}

/** Is told of each run: how long it took, how large its input was, and how to do it, or its twin, again. */
export type Watch = (run: Run) => void

export interface Run {
  readonly ms: number
  readonly size: number
  readonly input: unknown
  readonly again: () => unknown
  /** The same with an input of equal size in which no sign means anything. */
  readonly harmless: () => unknown
}

export function law<Input>(
  inputs: fc.Arbitrary<Input>,
  holds: (input: Input) => void | Promise<void>,
): Law {
  return {
    check(numRuns, seed, watch) {
      const property = fc.asyncProperty(inputs, async (input) => {
        const startedAt = performance.now()
        await holds(input)
        const ms = performance.now() - startedAt
        const again = () => holds(input)
        watch?.({ ms, size: sizeOf(input), input, again, harmless: () => holds(harmless(input)) })
      })
      return fc.assert(property, { numRuns, seed })
    },
  }
}

export function sizeOf(input: unknown): number {
  if (typeof input === "string") return input.length
  if (input instanceof Uint8Array) return input.byteLength
  if (typeof input !== "object" || input === null) return 1
  return Object.entries(input).reduce((sum, [name, value]) => sum + name.length + sizeOf(value), 0)
}

function harmless<Input>(input: Input): Input
function harmless(input: unknown): unknown {
  if (typeof input === "string") return "a".repeat(input.length)
  if (input instanceof Uint8Array) return input.map(() => 97)
  if (Array.isArray(input)) return input.map((each) => harmless(each))
  if (typeof input !== "object" || input === null) return input
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, harmless(value)]))
}
