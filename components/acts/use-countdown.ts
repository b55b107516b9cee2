"use client"

import { useEffect, useState } from "react"

/** The seconds that are left of these, counted down since this answer came. */
export function useCountdown(seconds: number, answer: unknown): number {
  const [left, setLeft] = useState(seconds)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer begins again
  useEffect(() => {
    const endsAt = performance.now() + seconds * 1000
    const tick = () => setLeft(Math.max(0, Math.ceil((endsAt - performance.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [seconds, answer])

  return left
}
