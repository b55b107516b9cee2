import { z } from "zod"
import { cutLine } from "@/lib/names/line"

/** What an address bar holds: any text, once or several times over. Parsing it never fails. */
export type SearchParams = Promise<Readonly<Record<string, string | readonly string[] | undefined>>>

export const searchText = z
  .string()
  .transform((text) => cutLine(text))
  .catch("")

export const oneOf = <Value extends string>(values: readonly Value[]) =>
  z.enum(values).nullable().catch(null)

/** Where a page of a list begins or ends. The list itself judges it. */
export const place = z.string().max(2_000).optional().catch(undefined)

/** Leaves out what says nothing, so that a plain list has a plain address. */
export function hrefOf(
  path: string,
  params: Readonly<Record<string, string | null | undefined>>,
): string {
  const said = Object.entries(params).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path
}
