"use client"

import Link from "next/link"
import { useTranslations } from "use-intl/react"

interface LogoProps {
  /** Without its word where there is no room for it. */
  readonly isMark?: boolean
}

export function Logo({ isMark = false }: LogoProps) {
  const t = useTranslations("logo")

  return (
    <Link
      href="/"
      prefetch={false}
      className="flex min-h-11 items-center gap-2.5 rounded-sm text-[0.9375rem] font-semibold tracking-[-0.015em]"
    >
      <svg aria-hidden viewBox="0 0 24 24" className="size-6 shrink-0 text-accent">
        <rect width="24" height="24" rx="6.5" fill="currentColor" />
        <g className="stroke-on-accent" fill="none" strokeWidth="2" strokeLinecap="round">
          <path d="M8.3 8.6a5.2 5.2 0 1 0 7.4 0" />
          <path d="M12 6v5.4" />
        </g>
      </svg>
      <span className={isMark ? "max-sm:sr-only" : undefined}>{t("product")}</span>
    </Link>
  )
}
