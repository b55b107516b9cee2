/** The same numbers at each run, so that the sample people are always the same. */
export interface Random {
  /** A whole number from 0 up to, but not including, the limit. */
  readonly below: (limit: number) => number
  readonly between: (least: number, max: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  readonly uuid: () => string
}

/** Mulberry32: small, well known, and good enough for sample data. */
export function seededRandom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    between: (least, max) => least + Math.floor(next() * (max - least)),
    pick: <Item>(items: readonly Item[]) => items[below(items.length)] as Item,
    uuid: () => {
      const digits = Array.from({ length: 32 }, () => below(16).toString(16))
      digits[12] = "4"
      digits[16] = "89ab".charAt(below(4))
      return digits.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
    },
  }
}
