"use client"

import { useLayoutEffect, useState, useSyncExternalStore } from "react"
import type { FormState } from "@/lib/forms/form-state"

/** What each act on the page last came to, so far as something else has happened since. */
const past = new WeakSet<FormState>()
let latest: FormState | undefined

const listeners = new Set<() => void>()

/** Whether another act has come to an end since this outcome: of several on a page only the latest shows. */
export function useIsPast(state: FormState): boolean {
  useLayoutEffect(() => {
    if (state === latest || (state.status !== "done" && state.status !== "failed")) return
    if (latest) past.add(latest)
    latest = state
    for (const listener of listeners) listener()
  }, [state])
  return useSyncExternalStore(
    subscribe,
    () => past.has(state),
    () => false,
  )
}

/** Whether any act has come to an end since this component was there. */
export function useHasActed(): boolean {
  const [before] = useState(() => latest)
  return useSyncExternalStore(
    subscribe,
    () => latest !== before,
    () => false,
  )
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
