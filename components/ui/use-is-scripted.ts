"use client"

import { useSyncExternalStore } from "react"

/** Whether scripts run on this page: false on the server, and until React has taken the page over. */
export const useIsScripted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

const never = () => () => undefined
