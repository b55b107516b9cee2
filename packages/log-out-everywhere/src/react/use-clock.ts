import { startTransition, useDeferredValue, useEffect, useState } from "react"
import type { Clock } from "./times.ts"

/**
 * The reader's clock. A server cannot know their time zone, so it says UTC; the browser puts its own there after the
 * first paint, and keeps what is relative true while the page stays open.
 *
 * Counted from when the server's time was heard, so that a wrong clock in the reader's machine does no harm.
 */
export function useClock(said: Date, locale: string): Clock & { readonly isInBrowser: boolean } {
  const saidAt = +said
  const [heard, setHeard] = useState({ saidAt, elapsedMs: 0 })
  // False where the server rendered, and once there, true: not at once, which would hold up a slow phone.
  const isInBrowser = useDeferredValue(true, false)

  useEffect(() => {
    const heardAt = Date.now()
    const tick = () => startTransition(() => setHeard({ saidAt, elapsedMs: Date.now() - heardAt }))
    const timer = setInterval(tick, 20_000)
    return () => clearInterval(timer)
  }, [saidAt])

  const now = new Date(saidAt + (heard.saidAt === saidAt ? heard.elapsedMs : 0))
  return { now, locale, timeZone: isInBrowser ? undefined : "UTC", isInBrowser }
}
