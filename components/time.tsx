"use client"

import { useLocale, useTranslations } from "use-intl/react"
import { exactTime, relativeTime } from "@/lib/texts/format"
import { useClock } from "./clock"

interface TimeProps {
  readonly at: Date
}

/** A moment as the distance from now, with the exact time for a pointer that rests on it; exact, if the person chose so. */
export function Time({ at }: TimeProps) {
  const t = useTranslations("time")
  const locale = useLocale()
  const { now, isExact, timeZone } = useClock()
  if (isExact) return <ExactTime at={at} />

  return (
    <time dateTime={at.toISOString()} title={timeZone ? undefined : exactTime(locale, at)}>
      {relativeTime(locale, at, now, t("justNow"))}
    </time>
  )
}

/** A moment as date and time, in the reader's zone where it is known. */
export function ExactTime({ at }: TimeProps) {
  const locale = useLocale()
  const { timeZone } = useClock()

  return <time dateTime={at.toISOString()}>{exactTime(locale, at, timeZone)}</time>
}
