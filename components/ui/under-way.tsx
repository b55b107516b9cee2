"use client"

import { useLinkStatus } from "next/link"

/** A thin bar at the top of the window, while something is awaited that the person has asked for. */
export function UnderWay() {
  return (
    <span
      aria-hidden
      data-under-way
      className="fixed inset-x-0 top-0 z-50 overflow-hidden rtl:-scale-x-100 print:hidden"
    >
      {/* A border, which forced colours show. */}
      <span className="block animate-under-way border-t-2 border-link" />
    </span>
  )
}

/** Inside a link: shows at once that the link was followed. */
export function LinkUnderWay() {
  return useLinkStatus().pending ? <UnderWay /> : null
}
