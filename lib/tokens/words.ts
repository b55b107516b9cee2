/** Words of a closed set, as a problem with the options names them. */

export const unknown = (given: readonly string[], known: readonly string[]) =>
  given.filter((each) => !known.includes(each))

export const listed = (words: readonly string[]) => words.map((each) => `"${each}"`).join(", ")
