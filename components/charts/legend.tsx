import { shownCount } from "@/lib/texts/counts"
import type { Tone } from "./tone"

/** One kind of thing in a picture, with all that there is of it. */
export interface Series {
  readonly key: string
  readonly label: string
  readonly tone: Tone
  readonly total: number
  readonly href: string
}

/** What the colours of a picture stand for, and how much there is of each. */
export function Legend({ series }: { readonly series: readonly Series[] }) {
  return (
    <ul className="chart-legend">
      {series.map(({ key, label, tone, total, href }) => (
        <li key={key}>
          <Swatch tone={tone} />
          <span>{label}</span>
          <NumberLink href={href} count={total} />
        </li>
      ))}
    </ul>
  )
}

export const Swatch = ({ tone }: { readonly tone: Tone }) => (
  <svg className="chart-swatch" viewBox="0 0 10 10" aria-hidden="true">
    <rect width="10" height="10" rx="2" data-tone={tone} />
  </svg>
)

interface NumberLinkProps {
  readonly href: string
  readonly count: number
}

/** A number that leads to what it counts. A plain link, of which a page has hundreds. */
export function NumberLink({ href, count }: NumberLinkProps) {
  const text = shownCount(count)
  if (count === 0) return <span className="text-ink-faint">{text}</span>
  return (
    <a href={href} className="link tabular-nums">
      {text}
    </a>
  )
}
