"use client"

import { createContext, type ReactNode, startTransition, use, useEffect, useState } from "react"

/**
 * Knows whether scripts run on the page. All of a page's forms change as soon as they do: as a transition, since
 * done at once that would hold up a slow phone.
 */
export function ScriptedProvider({ children }: { readonly children: ReactNode }) {
  const [isScripted, setIsScripted] = useState(false)
  useEffect(() => startTransition(() => setIsScripted(true)), [])
  return <Context value={isScripted}>{children}</Context>
}

/** Whether scripts run on this page: false on the server, and until React has taken the page over. */
export const useIsScripted = (): boolean => use(Context)

const Context = createContext(false)
