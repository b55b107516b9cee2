import { z } from "zod"

/** What an address bar holds: any text, once or several times over. Parsing it never fails. */
export type SearchParams = Promise<Readonly<Record<string, string | readonly string[] | undefined>>>

/** Where a page of a list begins or ends. The list itself judges it. */
export const place = z.string().max(2_000).optional().catch(undefined)

const Place = z.object({ after: place, before: place })

/** Which page of the one list on it an address asks for. */
export const parsePlace = (params: object) => Place.parse(params)
