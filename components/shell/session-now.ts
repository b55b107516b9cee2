/** Whose session a request brings, and how long it has yet, in milliseconds. */
export interface SessionFacts {
  /** What the person's own pages say of whom they were rendered for. */
  readonly mark: string
  readonly idleInMs: number
  readonly expiresInMs: number
}

/** Whose session this browser has now, and for how long yet; null where it has none. Asked by several, it asks once. */
export function sessionNow(): Promise<SessionFacts | null | "unknown"> {
  asking ??= ask().finally(() => {
    asking = undefined
  })
  return asking
}

let asking: ReturnType<typeof ask> | undefined

async function ask(): Promise<SessionFacts | null | "unknown"> {
  try {
    const answer = await fetch("/api/session", { cache: "no-store" })
    return answer.ok ? await answer.json() : "unknown"
  } catch {
    // Offline for a moment: asked again later.
    return "unknown"
  }
}

/** Calls back each time that the person looks at this page again: at its tab, its window, or on the way back. */
export function whenSeen(look: () => void): () => void {
  const lookIfVisible = () => {
    if (document.visibilityState === "visible") look()
  }
  const lookIfBack = ({ persisted }: PageTransitionEvent) => {
    if (persisted) look()
  }
  document.addEventListener("visibilitychange", lookIfVisible)
  window.addEventListener("focus", lookIfVisible)
  window.addEventListener("pageshow", lookIfBack)
  return () => {
    document.removeEventListener("visibilitychange", lookIfVisible)
    window.removeEventListener("focus", lookIfVisible)
    window.removeEventListener("pageshow", lookIfBack)
  }
}
