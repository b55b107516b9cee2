"use client"

import { useLocale, useTranslations } from "use-intl/react"
import { useClock } from "@/components/clock"
import { relativeTime } from "@/lib/texts/format"

interface WhichSessionProps {
  /** With where it seems to be, if that is known; null if the address is not. */
  readonly addressAndPlace: string | null
  readonly lastActiveAt: Date
}

/** What tells this session from others on the same kind of device: "203.0.113.9, last active 2 hours ago." */
export function WhichSession({ addressAndPlace, lastActiveAt }: WhichSessionProps) {
  const t = useTranslations("sessionCard")
  const { now } = useClock()
  const lastActive = relativeTime(useLocale(), lastActiveAt, now, t("justNow"))
  return <span>{t("which", { address: addressAndPlace ?? t("unknownAddress"), lastActive })}</span>
}
