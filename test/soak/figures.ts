/** What a part of the soak counted, and which of its promises did not hold. */
export interface Outcome {
  readonly figures: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly broken: readonly string[]
  /** What the figures alone do not tell. */
  readonly notes?: readonly string[]
}

export function report(name: string, { figures, broken, notes = [] }: Outcome): void {
  console.log(`\n── ${name}`)
  console.table(figures)
  for (const note of notes) console.log(note)
  for (const promise of broken) console.error(`BROKEN: ${promise}`)
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN
}
