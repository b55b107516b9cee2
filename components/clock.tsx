"use client"

import { createContext, type ReactNode, startTransition, use, useEffect, useState } from "react"

interface ClockProps {
  /** The clock of the server that rendered the page. */
  readonly now: Date
  /** Whether moments are shown as date and time, as the person chose on this device. */
  readonly isExact: boolean
  readonly children: ReactNode
}

interface Clock {
  readonly now: Date
  readonly isExact: boolean
  /** Of the reader; UTC until it is known. */
  readonly timeZone: string | undefined
}

const tickMs = 20_000

/**
 * What the moments on a page are told by. One clock for all of them, and one timer.
 *
 * The server cannot know the reader's time zone, so it says UTC; the browser puts its own there after the
 * first paint, and keeps distances true while the page stays open. They are counted from when the server's
 * time was heard, so that a wrong clock in the reader's machine does no harm.
 */
export function ClockProvider({ now, isExact, children }: ClockProps) {
  const [elapsedMs, setElapsedMs] = useState<number>()
  const saidAt = +now

  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again from what was said last
  useEffect(() => {
    const heardAt = Date.now()
    // A page has many moments: all of them at once would hold up what the reader does meanwhile.
    const tick = () => startTransition(() => setElapsedMs(Date.now() - heardAt))
    tick()
    const timer = setInterval(tick, tickMs)
    return () => clearInterval(timer)
  }, [saidAt])

  const clock = {
    now: new Date(saidAt + (elapsedMs ?? 0)),
    isExact,
    timeZone: elapsedMs === undefined ? "UTC" : undefined,
  }
  return <Context value={clock}>{children}</Context>
}

export const useClock = (): Clock => use(Context)

/** Outside of a page, in a test say, moments are exact. */
const Context = createContext<Clock>({ now: new Date(0), isExact: true, timeZone: "UTC" })
