import { z } from "zod"

/** Given by Next to a page that reads its address. */
export interface SearchProps {
  /** What an address bar holds: any text, once or several times over. Parsing it never fails. */
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}

/** Given by Next to a page below `[id]`. */
export interface IdProps {
  readonly params: Promise<{ readonly id: string }>
}

/** Where a page of a list begins or ends. The list itself judges it. */
export const place = z.string().max(2_000).optional().catch(undefined)

const Place = z.object({ after: place, before: place })

/** Which page of the one list on it an address asks for. */
export const parsePlace = (params: object) => Place.parse(params)
