"use client"

import { useEffect, useId, useState, useSyncExternalStore } from "react"
import { useLocale, useTranslations } from "use-intl/react"
import { exactTime, relativeTime } from "@/lib/texts/format"

interface TimeProps {
  readonly at: Date
  /** The clock of the server that rendered the page. */
  readonly now: Date
}

/**
 * A moment as the distance from now, with the exact time on hover and focus.
 *
 * The server cannot know the reader's time zone, so it says UTC; the browser puts its own there
 * after the first paint, and keeps the distance true while the page stays open.
 */
export function Time({ at, now }: TimeProps) {
  const t = useTranslations("time")
  const locale = useLocale()
  const id = useId()
  const elapsedMs = useElapsedMs(now)

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape hides a tooltip (WCAG 1.4.13)
    <span
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it shows a tooltip on focus
      tabIndex={0}
      aria-describedby={id}
      className="group/time relative inline-block rounded-sm"
      onKeyDown={hideOnEscape}
    >
      <time dateTime={at.toISOString()}>
        {relativeTime(locale, at, new Date(+now + elapsedMs), t("justNow"))}
      </time>
      <span
        id={id}
        role="tooltip"
        className="pointer-events-none absolute bottom-full start-1/2 z-30 mb-1 hidden w-max max-w-40 -translate-x-1/2 rtl:translate-x-1/2 animate-arrive rounded-md bg-accent px-2 py-1 text-center text-xs font-normal text-on-accent shadow-dialog group-hover/time:block group-focus-visible/time:block sm:max-w-none"
      >
        <ExactTime at={at} />
      </span>
    </span>
  )
}

/** A moment as date and time, in the reader's zone where it is known. */
export function ExactTime({ at }: Pick<TimeProps, "at">) {
  const locale = useLocale()
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <time dateTime={at.toISOString()}>
      {isInBrowser ? exactTime(locale, at) : exactTime(locale, at, "UTC")}
    </time>
  )
}

/**
 * How long ago the server said `now`. Counted from when it was heard, so that a wrong clock in the
 * reader's machine does no harm.
 */
function useElapsedMs(now: Date): number {
  const [elapsedMs, setElapsedMs] = useState(0)
  const saidAt = +now

  useEffect(() => {
    const offsetMs = Date.now() - saidAt
    const tick = () => setElapsedMs(Date.now() - saidAt - offsetMs)
    tick()
    const timer = setInterval(tick, 20_000)
    return () => clearInterval(timer)
  }, [saidAt])

  return elapsedMs
}

const never = () => () => undefined

function hideOnEscape(event: { readonly key: string; readonly currentTarget: HTMLElement }) {
  if (event.key === "Escape") event.currentTarget.blur()
}
