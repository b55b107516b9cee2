/** Words of a closed set, as a problem with the options names them. */

export const unknown = (given: readonly string[], known: readonly string[]) =>
  given.filter((each) => !known.includes(each))

export const listed = (words: readonly string[]) => words.map((each) => `"${each}"`).join(", ")

/** The known word that was probably meant; undefined if none is like the given one. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((word) => ({ word, edits: editsBetween(given.slice(0, maxLength), word) }))
    .filter(({ word, edits }) => edits <= word.length / 3)
    .sort((one, other) => one.edits - other.edits)
  return best?.word
}

/** No known word is near one that is longer. */
const maxLength = 100

/** Letters to put in, take out or replace (Levenshtein). Each row of the table is made of the one before. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [taken, letter] of [...one].entries()) {
    const next = [taken + 1]
    for (const [index, wanted] of other.split("").entries()) {
      const replaced = (row[index] ?? 0) + (letter === wanted ? 0 : 1)
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
