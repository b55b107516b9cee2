"use client"

import { type Look, watchSession } from "log-out-everywhere/page"
import { createContext, type ReactNode, use, useEffect, useState } from "react"
import { useRenderedFor } from "@/components/acts/rendered-for"
import { hearLeaving, whenAnswered } from "@/components/sent"
import { SessionEnded } from "./session-ended"
import { sessionNow } from "./session-now"

/** Whose sessions are listed: the person's own, or everyone's. */
export type Whose = "own" | "everyone"

interface Live {
  /** Takes the page away, since its session is over. */
  readonly end: (reason: string) => void
  /** Calls back when such a list may be out of date. */
  readonly onChange: (whose: Whose, look: () => void) => () => void
}

/**
 * The pages of a session: they hear that it has ended, however and wherever that was done. What they show goes then,
 * before the page does.
 */
export function LiveSession({ children }: { readonly children: ReactNode }) {
  const mark = useRenderedFor()
  const [reason, end] = useState<string>()
  const [changes] = useState(makeChanges)
  const [live] = useState<Live>(() => ({
    end: (reason) => void whenAnswered().then(() => end(reason)),
    onChange: changes.on,
  }))

  useEffect(() => {
    const stopped = new AbortController()
    hearLeaving(stopped.signal)
    const stop = watchSession({
      url: "/api/live",
      person: mark,
      look: () => lookFor(mark),
      onEnd: live.end,
      onChange: changes.tell,
    })
    return () => {
      stopped.abort()
      stop()
    }
  }, [mark, live, changes])

  if (reason !== undefined) return <SessionEnded reason={reason} />
  return <Context value={live}>{children}</Context>
}

export function useLiveSession(): Live {
  const live = use(Context)
  if (!live) throw new Error("A page behind log-in stands inside <LiveSession>.")
  return live
}

const Context = createContext<Live | null>(null)

/** React may bring a page to life later than the shell around it: what was told just before is told to it too. */
function makeChanges() {
  const listeners = { own: new Set<() => void>(), everyone: new Set<() => void>() }
  const toldAt = { own: -lateMs, everyone: -lateMs }
  return {
    tell(whose: Whose) {
      toldAt[whose] = performance.now()
      for (const look of listeners[whose]) look()
    },
    on(whose: Whose, look: () => void) {
      listeners[whose].add(look)
      if (performance.now() - toldAt[whose] < lateMs) look()
      return () => void listeners[whose].delete(look)
    },
  }
}

const lateMs = 2_000

async function lookFor(mark: string): Promise<Look> {
  const session = await sessionNow()
  if (session === "unknown") return session
  if (!session) return { ended: "ended" }
  return session.mark === mark ? "live" : { ended: "replaced" }
}
