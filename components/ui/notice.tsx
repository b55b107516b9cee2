import clsx from "clsx"
import { CircleCheck, Info, TriangleAlert } from "lucide"
import type { ComponentProps } from "react"
import { Icon } from "@/components/ui/icon"

interface NoticeProps extends ComponentProps<"div"> {
  readonly tone?: keyof typeof tones
}

/** A boxed sentence or two. Give it `role="alert"` or `"status"` only where it appears after an act. */
export function Notice({ tone = "note", className, children, ...rest }: NoticeProps) {
  const { icon, look } = tones[tone]

  return (
    <div
      className={clsx(
        "flex gap-2.5 rounded-control border px-3.5 py-2.5 text-sm text-ink",
        look,
        className,
      )}
      {...rest}
    >
      <Icon of={icon} className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 text-pretty wrap-break-word">{children}</div>
    </div>
  )
}

const tones = {
  note: { icon: Info, look: "border-note-line bg-note-soft [&>svg]:text-note" },
  good: { icon: CircleCheck, look: "border-good-line bg-good-soft [&>svg]:text-good" },
  care: { icon: TriangleAlert, look: "border-care-line bg-care-soft [&>svg]:text-care" },
  danger: { icon: TriangleAlert, look: "border-danger-line bg-danger-soft [&>svg]:text-danger" },
}
