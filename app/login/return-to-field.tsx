"use client"

import { useSyncExternalStore } from "react"

/** Where the log-in leads: with the place within that page, which browsers tell to scripts alone. */
export function ReturnToField({ path }: { readonly path: string }) {
  const fragment = useSyncExternalStore(
    subscribe,
    () => window.location.hash,
    () => "",
  )

  return (
    <input type="hidden" name="returnTo" value={path.includes("#") ? path : `${path}${fragment}`} />
  )
}

function subscribe(listener: () => void) {
  window.addEventListener("hashchange", listener)
  return () => window.removeEventListener("hashchange", listener)
}
