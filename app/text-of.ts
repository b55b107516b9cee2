/** The log keeps what a later or an earlier version wrote; what has no words here stands for itself. */
export const textOf = (catalogue: Readonly<Record<string, string>>, word: string): string =>
  catalogue[word] ?? word
