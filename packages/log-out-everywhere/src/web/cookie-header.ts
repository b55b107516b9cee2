/** The first cookie of the name; null if there is none, or it is empty. */
export const firstCookie = (header: string | null, name: string): string | null =>
  pairsOf(header).find(([each]) => each === name)?.[1] || null

/** The cookies of a `Cookie` header. */
export function pairsOf(
  header: string | null,
): readonly (readonly [name: string, value: string])[] {
  return (header ?? "").split(";").map((pair) => {
    const [name = "", ...value] = pair.split("=")
    return [name.trim(), value.join("=").trim()]
  })
}
