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
  const names = new Map<string, string>()

  // Of those alone that are still alike: to say a time takes long.
  let alike = rows
  for (const spell of spellings) {
    for (const row of alike) names.set(row.id, spell(row))
    const keyOf = ({ id, email }: Named) => `${email} ${names.get(id)}`
    const counts = new Map<string, number>()
    for (const row of alike) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
    alike = alike.filter((row) => counts.get(keyOf(row)) !== 1)
  }
  return names
}
