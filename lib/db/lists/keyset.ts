import type { Query } from "log-out-everywhere/postgres"
import { z } from "zod"

/** What a list is sorted by. The id settles what the key leaves open. */
export interface Order {
  /** SQL, of these types. */
  readonly key: string
  readonly type: "timestamptz" | "text"
  readonly id: string
  readonly isDescending: boolean
}

/** The neighbour that a page follows or precedes, as a page before named it. Anything else gives the first page. */
export interface PageRequest {
  readonly after?: string | undefined
  readonly before?: string | undefined
  /** As `before`, with the row of the place itself, where it is there still. No address says so. */
  readonly upTo?: string | undefined
  /** How many at a time: 50 if nobody says. */
  readonly size?: number | undefined
}

export interface Page<Item> {
  readonly items: readonly Item[]
  /** For the next request's `before` and `after`; null where there is no such page. */
  readonly previous: string | null
  readonly next: string | null
}

/** A row that tells its place, in columns of these names. */
interface Placed {
  readonly id: string
  readonly key: Date | string
}

export const pageSize = 50

/** Collects the values of a statement. `bind` answers the placeholder that stands for the value. */
export function binder() {
  const values: unknown[] = []
  return { values, bind: (value: unknown) => `$${values.push(value)}` }
}

export type Bind = ReturnType<typeof binder>["bind"]

/**
 * One page of a sorted list, found by where it begins and never by counting up to it: the last page
 * costs what the first one does, and a row that comes or goes moves no other.
 */
export function keyset(
  { key, type, id, isDescending }: Order,
  { after, before, upTo, size = pageSize }: PageRequest,
  bind: Bind,
) {
  const cursor = parseCursor(type, upTo ?? before ?? after)
  const isBackward = cursor !== null && (upTo ?? before) !== undefined
  const direction = isDescending === isBackward ? "ASC" : "DESC"

  return {
    condition: cursor ? beyond(cursor) : "true",
    /** One row more than fits, to see whether there are more. */
    slice: `ORDER BY key ${direction}, id ${direction} LIMIT ${size + 1}`,
    pageOf,
  }

  // The key alone once more: where the id is of another table, an index finds the place by it only.
  function beyond(cursor: Placed): string {
    const place = `${bind(cursor.key)}::${type}`
    const sign = direction === "ASC" ? ">" : "<"
    const among = upTo === undefined ? sign : `${sign}=`
    return `${key} ${sign}= ${place} AND (${key}, ${id}) ${among} (${place}, ${bind(cursor.id)}::uuid)`
  }

  function pageOf<Row extends Placed>(sliced: readonly Row[]): Page<Row> {
    const kept = sliced.slice(0, size)
    const items = isBackward ? kept.reverse() : kept
    const isCut = sliced.length > size
    const isFollowed = isBackward ? upTo === undefined : isCut
    const [first, last] = [items.at(0), items.at(-1)]
    return {
      items,
      previous: first && (isBackward ? isCut : cursor) ? toCursor(first) : null,
      next: last && isFollowed ? toCursor(last) : null,
    }
  }
}

/** The order of most lists. */
export const latestFirst = (key: string, id: string): Order => ({
  key,
  type: "timestamptz",
  id,
  isDescending: true,
})

/** Where a statement looks for its page. */
export type Place = Omit<ReturnType<typeof keyset>, "pageOf"> & { readonly bind: Bind }

/**
 * The page for people: where the rows that an address led to are gone, the nearest that are left. Empty only
 * where the whole list is.
 */
export async function nearestPage<Found extends Page<unknown>, Request extends PageRequest>(
  request: Request,
  read: (request: Request) => Promise<Found>,
): Promise<Found> {
  const page = await read(request)
  const { after, before } = request
  if (page.items.length > 0 || (after ?? before) === undefined) return page
  const upTo = before === undefined ? after : undefined
  return read({ ...request, after: undefined, before: undefined, upTo })
}

/** The pages of a list in this order, by the statement that `textAt` writes for the place of each. */
export function pagesOf<Row extends Placed, Item, Request extends PageRequest>(
  query: Query,
  order: Order,
  textAt: (place: Place, request: Request) => string,
  toItem: (row: Row) => Item,
) {
  /** For programs, which are told where a list ends. */
  async function exact(request: Request): Promise<Page<Item>> {
    const { bind, values } = binder()
    const { pageOf, ...place } = keyset(order, request, bind)
    const text = textAt({ ...place, bind }, request)
    const { items, ...neighbours } = pageOf(await query<Row>({ text }, values))
    return { items: items.map(toItem), ...neighbours }
  }
  return { exact, nearest: (request: Request) => nearestPage(request, exact) }
}

function toCursor({ key, id }: Placed): string {
  const place = key instanceof Date ? +key : key
  return Buffer.from(JSON.stringify([place, id])).toString("base64url")
}

/** Whether a page before named this place. */
export const isPlace = (type: Order["type"], text: string): boolean =>
  parseCursor(type, text) !== null

/** The last instant that PostgreSQL and JavaScript write in the same way. */
const endOfYear9999 = 253_402_300_799_999

const instant = z.int().min(0).max(endOfYear9999)
const cursors = {
  timestamptz: z.tuple([instant.transform((ms) => new Date(ms)), z.uuid()]),
  text: z.tuple([z.string().refine((text) => !text.includes("\0")), z.uuid()]),
}

/** It comes from an address bar: what is no cursor names no place. */
function parseCursor(type: Order["type"], text: string | undefined): Placed | null {
  const decoded = z.base64url().transform(decode).pipe(cursors[type]).safeParse(text)
  if (!decoded.success) return null
  const [key, id] = decoded.data
  return { key, id }
}

function decode(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString())
  } catch {
    context.addIssue({ code: "custom" })
    return z.NEVER
  }
}
