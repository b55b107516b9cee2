"use client"

import { type RefObject, useEffect, useState } from "react"

/** By how much what has the focus must be clear of it: its ring, and a little air. */
const clearance = 8

/**
 * On which side of the window something fixed stands: at the bottom, unless what has the focus lies there (WCAG
 * 2.4.11).
 */
export function useSideClearOfFocus(fixed: RefObject<HTMLElement | null>, contents: unknown) {
  const [side, setSide] = useState<"top" | "bottom">("bottom")

  // biome-ignore lint/correctness/useExhaustiveDependencies: with its contents its size changes
  useEffect(() => {
    const choose = () => setSide(coversFocus(fixed.current) ? "top" : "bottom")
    // The browser scrolls to what gets the focus after it has said so.
    const chooseSoon = () => requestAnimationFrame(choose)
    choose()
    document.addEventListener("focusin", chooseSoon)
    document.addEventListener("scrollend", choose)
    return () => {
      document.removeEventListener("focusin", chooseSoon)
      document.removeEventListener("scrollend", choose)
    }
  }, [fixed, contents])

  return side
}

/** Whether it would cover the focus where it is wanted first: at the bottom. */
function coversFocus(fixed: HTMLElement | null): boolean {
  const focused = document.activeElement
  if (!fixed || !focused || focused === document.body || fixed.contains(focused)) return false
  const { height, left, right } = fixed.getBoundingClientRect()
  if (height === 0) return false
  const at = focused.getBoundingClientRect()
  const top = window.innerHeight - height - 2 * clearance
  return at.bottom > top - clearance && at.right > left - clearance && at.left < right + clearance
}
