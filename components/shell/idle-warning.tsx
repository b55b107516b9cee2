"use client"

import { usePathname } from "next/navigation"
import { useEffect, useState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { texts } from "@/lib/texts"

interface IdleWarningProps {
  /** Touches the session: the person is here. */
  readonly stay: () => Promise<void>
}

interface Deadlines {
  readonly idleInMs: number
  readonly expiresInMs: number
}

const warnBeforeMs = 2 * 60_000
const longestTimerMs = 10 * 60_000

/**
 * Warns before the session goes idle, and leaves for the log-in page once it has.
 *
 * It asks the server how long there is yet, since another tab may have moved the deadline, or this one
 * may have slept. Asking does not touch the session.
 */
export function IdleWarning({ stay }: IdleWarningProps) {
  const [near, setNear] = useState<Deadline>()
  const [asked, askAgain] = useState(0)
  const [isStaying, startStaying] = useTransition()
  const path = usePathname()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page, or staying, moves the deadline
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false

    async function look() {
      const left = await timeLeft()
      if (isOver) return
      if (left === "logged_out") {
        const { pathname, search } = window.location
        window.location.assign(`/login?returnTo=${encodeURIComponent(pathname + search)}`)
        return
      }
      const isNear = left !== "unknown" && left.inMs <= warnBeforeMs
      setNear(isNear ? left : undefined)
      timer = setTimeout(look, nextLookMs(left))
    }
    const lookWhenSeen = () => {
      if (document.visibilityState !== "visible") return
      clearTimeout(timer)
      void look()
    }

    void look()
    document.addEventListener("visibilitychange", lookWhenSeen)
    return () => {
      isOver = true
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", lookWhenSeen)
    }
  }, [path, asked])

  return (
    <div aria-live="polite" className="fixed inset-x-4 bottom-4 z-30 mx-auto max-w-md">
      {near && (
        <Notice tone="care" className="shadow-dialog">
          <p>{texts.shell.endsSoon(Math.max(1, Math.ceil(near.inMs / 60_000)), near.canStay)}</p>
          {near.canStay && (
            <Button
              size="sm"
              className="mt-2"
              aria-disabled={isStaying}
              onClick={() =>
                startStaying(async () => {
                  await stay()
                  askAgain((times) => times + 1)
                })
              }
            >
              {texts.shell.stay}
            </Button>
          )}
        </Notice>
      )}
    </div>
  )
}

/** The nearer of the two deadlines. The absolute one comes whatever the person does. */
interface Deadline {
  readonly inMs: number
  readonly canStay: boolean
}

function nextLookMs(left: Deadline | "unknown"): number {
  if (left === "unknown") return 30_000
  const nextMs = left.inMs <= warnBeforeMs ? left.inMs : left.inMs - warnBeforeMs
  return Math.min(Math.max(nextMs, 1_000), longestTimerMs)
}

async function timeLeft(): Promise<Deadline | "logged_out" | "unknown"> {
  try {
    const answer = await fetch("/api/session", { cache: "no-store" })
    if (!answer.ok) return "unknown"
    const deadlines: Deadlines | null = await answer.json()
    if (!deadlines) return "logged_out"
    const { idleInMs, expiresInMs } = deadlines
    return { inMs: Math.min(idleInMs, expiresInMs), canStay: idleInMs < expiresInMs }
  } catch {
    // Offline for a moment: asked again later.
    return "unknown"
  }
}
