/** What a request brings to a server action: its fields, or its body where it has none. */
export interface ActionCall {
  /** The action's id, where a script calls it; undefined for a form that a browser sends by itself. */
  readonly id: string | undefined
  readonly fields: FormData
}

/**
 * Whether a server action can be called with this. Next fails on what it cannot read (500), and so does
 * an action whose form is not there.
 *
 * Every action of ours takes plain values, and a form, if at all, as its second argument.
 */
export function isActionCall({ id, fields }: ActionCall): boolean {
  const byName = indexed(fields)
  return id === undefined ? isPosted(byName) : isCalled(id, byName)
}

/** Each name once, so that no field is read as often as a client names it. Null where it came again. */
type Fields = ReadonlyMap<string, FormDataEntryValue | null>

function indexed(fields: FormData): Fields {
  const byName = new Map<string, FormDataEntryValue | null>()
  for (const [name, value] of fields) byName.set(name, byName.has(name) ? null : value)
  return byName
}

/** React's script names the arguments in field 0, and puts the form's own fields under "_1_". */
function isCalled(id: string, fields: Fields): boolean {
  const names = [...fields.keys()]
  const given = argumentsIn(fields, "0")
  if (!given || !names.every((name) => name === "0" || name.startsWith("_1_"))) return false
  const isForm = given[1] === form
  const rest = isForm ? given.toSpliced(1, 1) : given
  return given.length <= 2 && rest.every((each) => isPlain(each)) && (isForm || !takesForm(id))
}

/** Without a script the form names its action in hidden fields, and is the last argument itself. */
function isPosted(fields: Fields): boolean {
  return [...fields.keys()].every((name) => {
    const [, kind, rest = ""] = /^\$ACTION_(ID|REF)_(.*)$/s.exec(name) ?? []
    if (kind === "ID") return !takesForm(rest)
    return kind === undefined || isBound(fields, `$ACTION_${rest}`)
  })
}

function isBound(fields: Fields, prefix: string): boolean {
  const action = parsed(fields, `${prefix}:0`)
  const bound = argumentsIn(fields, `${prefix}:1`)
  if (!isRecord(action) || typeof action.id !== "string" || action.bound !== "$@1") return false
  const isFormSecond = bound?.length === 1
  return Boolean(bound?.every((each) => isPlain(each))) && (isFormSecond || !takesForm(action.id))
}

/** Next writes into the first byte of an action's id which of its parameters the action uses. */
const takesForm = (id: string) => Boolean((Number.parseInt(id.slice(0, 2), 16) >> 5) & 1)

const form = "$K1"
const deepest = 5

/** Text, numbers and what holds them: nothing that React would look up, run or wait for. */
function isPlain(value: unknown, depth = 0): boolean {
  if (depth > deepest) return false
  if (typeof value === "string") return !/^\$(?!\$|undefined$)/.test(value)
  if (typeof value !== "object" || value === null) return true
  return Object.entries(value).every(
    ([key, each]) => key !== "__proto__" && isPlain(each, depth + 1),
  )
}

function argumentsIn(fields: Fields, name: string): readonly unknown[] | undefined {
  const value = parsed(fields, name)
  return Array.isArray(value) ? value : undefined
}

function parsed(fields: Fields, name: string): unknown {
  const text = fields.get(name)
  if (typeof text !== "string") return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null
