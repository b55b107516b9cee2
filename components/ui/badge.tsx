import type { ReactNode } from "react"

interface BadgeProps {
  readonly tone?: "plain" | "good" | "care" | "danger" | "note"
  readonly children: ReactNode
}

/** A word or two beside a title. The words carry the meaning; the tone only repeats it. */
export function Badge({ tone, children }: BadgeProps) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  )
}
