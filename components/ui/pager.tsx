import { ChevronLeft, ChevronRight } from "lucide"
import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import { words } from "@/lib/texts/words"
import { ButtonLink } from "./button"

interface PagerProps {
  /** Addresses of the neighbouring pages; null where there is none. */
  readonly previous: string | null
  readonly next: string | null
  /** What this page shows: "1 to 50 of 1,204 sessions". */
  readonly children?: ReactNode
}

export function Pager({ previous, next, children }: PagerProps) {
  const t = words("shell")
  return (
    <nav
      aria-label={t("pages")}
      className="flex flex-wrap items-center justify-between gap-3 print:hidden"
    >
      <p className="text-[0.8125rem] text-ink-faint">{children}</p>
      <div className="flex gap-2">
        {previous && (
          <ButtonLink href={previous} size="sm" rel="prev">
            <Icon of={ChevronLeft} className="rtl:-scale-x-100" />
            {t("previousPage")}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink href={next} size="sm" rel="next">
            {t("nextPage")}
            <Icon of={ChevronRight} className="rtl:-scale-x-100" />
          </ButtonLink>
        )}
      </div>
    </nav>
  )
}
