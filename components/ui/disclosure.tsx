import clsx from "clsx"
import { ChevronRight } from "lucide"
import type { ComponentProps, ReactNode } from "react"
import { Icon } from "@/components/ui/icon"

interface DisclosureProps extends ComponentProps<"details"> {
  readonly summary: ReactNode
}

/** Words that open further words. Native, so it needs no JavaScript. */
export function Disclosure({ summary, className, children, ...rest }: DisclosureProps) {
  return (
    <details className={clsx("group/disclosure text-sm", className)} {...rest}>
      <summary className="-mx-1 inline-flex items-center pointer-coarse:min-h-11 gap-1 rounded px-1 py-1 text-[0.8125rem] text-ink-soft transition-colors hover:text-ink [&::-webkit-details-marker]:hidden">
        <Icon
          of={ChevronRight}
          className="size-3.5 shrink-0 transition-transform group-open/disclosure:rotate-90 rtl:-scale-x-100 rtl:group-open/disclosure:-rotate-90"
        />
        <span>{summary}</span>
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  )
}
