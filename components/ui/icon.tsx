import clsx from "clsx"
import type { IconNode } from "lucide"

interface IconProps {
  readonly of: IconNode
  readonly className?: string
}

/** Beside words that say the same. What all icons have in common stands in the stylesheet. */
export function Icon({ of, className }: IconProps) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={clsx("icon", className)}>
      {of.map(([Shape, { key: _, ...attributes }], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of an icon never change
        <Shape key={index} {...attributes} />
      ))}
    </svg>
  )
}
