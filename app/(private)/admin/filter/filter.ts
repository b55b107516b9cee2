/** One thing to filter a list by: a text, or one of a few choices. */
export interface Filter {
  readonly label: string
  readonly name: string
  /** What the list shows now. */
  readonly value: string
  /** How a text is written. */
  readonly hint?: string | undefined
  /** A text, if nothing is to be chosen. */
  readonly type?: "search" | "datetime-local"
  /** What to choose among, beside any. */
  readonly choices?: readonly Choice[]
  /** What the address says for any; nothing, unless the list is filtered by this at first. */
  readonly any?: string
  /** What the list is filtered by at first. */
  readonly first?: string
  /** What any is called, where that is no choice among others. */
  readonly anyLabel?: string
}

export type Choice =
  | { readonly value: string; readonly label: string }
  | { readonly group: string; readonly choices: readonly Choice[] }

/** The choices of a record of words. */
export const choicesOf = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The choices of such a record, under headings. */
export const groupsOf = <Group extends string, Word extends string>(
  groups: Readonly<Record<Group, readonly Word[]>>,
  headings: Readonly<Record<Group, string>>,
  words: Readonly<Record<Word, string>>,
): readonly Choice[] =>
  (Object.keys(groups) as Group[]).map((group) => ({
    group: headings[group],
    choices: groups[group].map((value) => ({ value, label: words[value] })),
  }))
