import { Pager } from "./pager"

interface PlacePagerProps {
  /** The address of the first page. */
  readonly path: string
  readonly page: { readonly previous: string | null; readonly next: string | null }
}

/** To the neighbouring pages of a list that has an address to itself; nothing where there are none. */
export function PlacePager({ path, page: { previous, next } }: PlacePagerProps) {
  if (!previous && !next) return null
  const to = (place: Record<string, string>) => `${path}?${new URLSearchParams(place)}`

  return (
    <Pager previous={previous && to({ before: previous })} next={next && to({ after: next })} />
  )
}
