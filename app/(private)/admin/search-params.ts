import { z } from "zod"
import { cutLine } from "@/lib/names/line"

export const searchText = z
  .string()
  .transform((text) => cutLine(text))
  .catch("")

export const oneOf = <Value extends string>(values: readonly Value[]) =>
  z.enum(values).nullable().catch(null)

/** Leaves out what says nothing, so that a plain list has a plain address. */
export function hrefOf(
  path: string,
  params: Readonly<Record<string, string | null | undefined>>,
): string {
  const said = Object.entries(params).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path
}
