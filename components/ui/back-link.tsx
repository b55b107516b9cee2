import { ChevronLeft } from "lucide"
import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import { TextLink } from "./text-link"

interface BackLinkProps {
  readonly href: string
  readonly children: ReactNode
}

/** To the page above this one. It stands over the page's title. */
export function BackLink({ href, children }: BackLinkProps) {
  return (
    <TextLink
      href={href}
      className="inline-flex items-center gap-1 text-[0.8125rem] pointer-coarse:min-h-11 print:hidden"
    >
      <Icon of={ChevronLeft} className="size-3.5 shrink-0 rtl:-scale-x-100" />
      <span>{children}</span>
    </TextLink>
  )
}
