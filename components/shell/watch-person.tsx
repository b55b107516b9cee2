"use client"

import { useEffect } from "react"
import { useRenderedFor } from "@/components/acts/rendered-for"
import { loadAnew } from "./load-anew"
import { sessionNow, whenSeen } from "./session-now"

/** On a page that anyone may see: loads it again for the person who has logged in in another tab since. */
export function WatchPerson() {
  const mark = useRenderedFor()
  useEffect(
    () =>
      whenSeen(async () => {
        const session = await sessionNow()
        if (session && session !== "unknown" && session.mark !== mark) loadAnew()
      }),
    [mark],
  )

  return null
}
