interface Named {
  readonly id: string
  readonly title: string
  readonly address: string | null
  readonly email: string
  readonly startedAt: Date
}

/**
 * What each device is called where it must not be taken for another: with its address if another of the same
 * person is called so, and with its start if that is the same too.
 */
export function deviceNames(
  rows: readonly Named[],
  say: (at: Date) => string,
): ReadonlyMap<string, string> {
  const spellings = [
    ({ title }: Named) => title,
    ({ title, address }: Named) => [title, address].filter(Boolean).join(", "),
    ({ title, address, startedAt }: Named) =>
      [title, address, say(startedAt)].filter(Boolean).join(", "),
  ] as const
  const counts = spellings.map((spell) => countsOf(rows, spell))

  return new Map(
    rows.map((row) => {
      const spelling = spellings.find((spell, index) => counts[index]?.get(keyOf(row, spell)) === 1)
      return [row.id, (spelling ?? spellings[2])(row)]
    }),
  )
}

const keyOf = (row: Named, spell: (row: Named) => string) => `${row.email} ${spell(row)}`

function countsOf(rows: readonly Named[], spell: (row: Named) => string) {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const key = keyOf(row, spell)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
