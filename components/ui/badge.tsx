import clsx from "clsx"
import type { ReactNode } from "react"

interface BadgeProps {
  readonly tone?: keyof typeof tones
  readonly children: ReactNode
}

/** A word or two beside a title. The words carry the meaning; the tone only repeats it. */
export function Badge({ tone = "plain", children }: BadgeProps) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1 rounded-full border px-2 py-0.5 text-xs font-medium whitespace-nowrap",
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}

const tones = {
  plain: "border-line bg-sunken text-ink-soft",
  good: "border-good-line bg-good-soft text-good",
  care: "border-care-line bg-care-soft text-care",
  danger: "border-danger-line bg-danger-soft text-danger",
  note: "border-note-line bg-note-soft text-note",
}
