/** The same thing several times in a row. */
export interface Run<Item> {
  readonly latest: Item
  readonly count: number
}

export const once = <Item>(latest: Item): Run<Item> => ({ latest, count: 1 })

/** Draws what follows on its like together. The latest comes first, and stands for its run. */
export function runsOf<Item>(
  items: readonly Item[],
  isAlike: (one: Item, other: Item) => boolean,
): readonly Run<Item>[] {
  const runs: Run<Item>[] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last && isAlike(last.latest, item)) {
      runs[runs.length - 1] = { ...last, count: last.count + 1 }
    } else runs.push(once(item))
  }
  return runs
}
