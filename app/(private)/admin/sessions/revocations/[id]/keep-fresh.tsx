"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"

const everyMs = 1_000

/** Reads the page again and again while it stands. */
export function KeepFresh() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh()
    }, everyMs)
    return () => clearInterval(timer)
  }, [router])
  return null
}
