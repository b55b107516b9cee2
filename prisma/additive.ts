/**
 * What of one catalog the code that was written for it would miss in the other, one sentence each.
 *
 * Migrations come before the code that needs them, and processes restart one by one: for a while old code
 * works on new tables.
 */
export function lossesOf(before: readonly string[], after: readonly string[]): readonly string[] {
  const known = new Set(before.map(tableOf))
  const olds = columnsOf(before)
  const columns = columnsOf(after)
  return [
    ...[...olds].flatMap(([name, old]) => columnLosses(name, old, columns.get(name))),
    ...[...columns]
      .filter(([name]) => known.has(name.split(".")[0] ?? "") && !olds.has(name))
      .filter(([, { isNeeded }]) => isNeeded)
      .map(([name]) => `Old inserts leave out ${name}.`),
    ...enumLosses(before, after),
    ...after
      .filter((line) => known.has(tableOf(line)) && !before.includes(line) && forbids(line))
      .filter((line) => !leadsFromNew(line, olds, columns))
      .map((line) => `Old code knows nothing of this: ${line}`),
  ]
}

interface Column {
  readonly type: string
  readonly mayBeNull: boolean
  /** An insert that does not name it fails. */
  readonly isNeeded: boolean
  /** An insert that does not name it leaves it null. */
  readonly isEmpty: boolean
}

function columnsOf(catalog: readonly string[]): Map<string, Column> {
  return new Map(
    catalog.flatMap((line) => {
      const [, name = "", type = "", rest = ""] = /^column (\S+) (\S+)(.*)$/.exec(line) ?? []
      if (!name) return []
      const mayBeNull = !rest.includes(" not null")
      const hasDefault = rest.includes(" default ")
      const isNeeded = !mayBeNull && !hasDefault
      return [[name, { type, mayBeNull, isNeeded, isEmpty: mayBeNull && !hasDefault }]]
    }),
  )
}

function columnLosses(name: string, old: Column, now: Column | undefined): string[] {
  if (!now) return [`The column ${name} is gone.`]
  if (now.type !== old.type) return [`The column ${name} was ${old.type} and is ${now.type}.`]
  if (old.mayBeNull && !now.mayBeNull) return [`The column ${name} may no longer be empty.`]
  return !old.isNeeded && now.isNeeded ? [`The column ${name} has lost its default.`] : []
}

function enumLosses(before: readonly string[], after: readonly string[]): string[] {
  const words = (line: string) => line.split(/,? /).slice(1)
  const now = new Set(after.filter((line) => line.startsWith("enum ")).flatMap(words))
  return before
    .filter((line) => line.startsWith("enum "))
    .flatMap(words)
    .filter((word) => !now.has(word))
    .map((word) => `The word ${word} of an enumeration is gone.`)
}

/** A rule that the rows of old code may break. */
const forbids = (line: string) =>
  line.startsWith("index CREATE UNIQUE") || (line.startsWith("key ") && !line.includes(" PRIMARY "))

/** A foreign key from a column that old code leaves empty, and that holds no row which it deletes. */
function leadsFromNew(
  line: string,
  olds: ReadonlyMap<string, Column>,
  columns: ReadonlyMap<string, Column>,
): boolean {
  const [, names = ""] = /^key .* FOREIGN KEY \(([^)]*)\)/.exec(line) ?? []
  if (!/ ON DELETE (?:SET NULL|CASCADE)/.test(line)) return false
  return names.split(", ").some((quoted) => {
    const name = `${tableOf(line)}.${quoted.replaceAll('"', "")}`
    return !olds.has(name) && columns.get(name)?.isEmpty === true
  })
}

/** The table that a line is about, without quotes. */
function tableOf(line: string): string {
  const [, table = ""] =
    /^column ([^.]+)\./.exec(line) ??
    /^index .* ON (?:\w+\.)?"?(\w+)"? /.exec(line) ??
    /^key "?(\w+)"? /.exec(line) ??
    []
  return table
}
