/** The types that a users table may have its ids in. */
export const idTypes = ["uuid", "text", "integer", "bigint"] as const

/** Where an app keeps its users. The add-on reads that table, and writes only to its own tables. */
export interface UsersTable<Column extends string = string> {
  /** The table's name as the database has it: `User`, not `"User"`. */
  readonly table: string
  /** Left out: `public`. */
  readonly schema?: string
  /** The column of its primary key. Left out: `id`. */
  readonly id?: string
  /** The type of that column. A `varchar` is `text`. */
  readonly type: (typeof idTypes)[number]
  /** The column that chooses lifetimes by role. Left out: everybody has the role `user`. */
  readonly role?: string
  /** Columns that every check reads along, in its one statement. */
  readonly columns?: readonly Column[]
  /** Columns of which a check reads only whether they hold a value: `{ hasPassword: "passwordHash" }`. */
  readonly isSet?: Readonly<Record<string, string>>
}

/** Names of the database's as SQL writes them. */
export interface Layout {
  /** The users table, with its schema. */
  readonly users: string
  readonly id: string
  readonly type: string
  /** The owner's role, in a statement whose user is `u`. */
  readonly role: string
  /** Whether a check needs the users table at all. */
  readonly readsUsers: boolean
  /** What a check reads along, each as `owner_…`, in a statement whose user is `u`. */
  readonly columns: string
  /** The names of those, without `owner_`. */
  readonly columnNames: readonly string[]
}

/** Writes a name as SQL does. Throws if the name is empty, or holds what no name may. */
export function quoted(name: string): string {
  if (name === "" || name.includes("\0")) throw new Error(`"${name}" is no name in a database.`)
  return `"${name.replaceAll('"', '""')}"`
}

/** Throws a sentence that says what to write if the type is none. */
export function layoutOf(users: UsersTable): Layout {
  const { schema = "public", table, id = "id", type, role, columns = [], isSet = {} } = users
  if (!idTypes.includes(type)) {
    throw new Error(`users.type: "${type}" is none; write one of ${idTypes.join(", ")}.`)
  }
  const read = [
    ...columns.map((column) => `u.${quoted(column)} AS ${quoted(`owner_${column}`)}`),
    ...Object.entries(isSet).map(
      ([name, column]) => `u.${quoted(column)} IS NOT NULL AS ${quoted(`owner_${name}`)}`,
    ),
  ]
  return {
    users: `${quoted(schema)}.${quoted(table)}`,
    id: quoted(id),
    type,
    role: role ? `u.${quoted(role)}` : "'user'",
    readsUsers: role !== undefined || read.length > 0,
    columns: read.map((column) => `, ${column}`).join(""),
    columnNames: [...columns, ...Object.keys(isSet)],
  }
}
