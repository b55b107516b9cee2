/** Calls back each time that the person may look at this page again: at its tab or window, or on a machine that woke. */
export function whenSeen(look: () => void, signal: AbortSignal): void {
  const lookIfVisible = () => document.visibilityState === "visible" && look()
  for (const event of ["visibilitychange", "resume"])
    document.addEventListener(event, lookIfVisible, { signal })
  for (const event of ["focus", "online"]) window.addEventListener(event, lookIfVisible, { signal })
}

/** Resolves after so long, or when the signal says so. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener("abort", done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener("abort", done)
  })
}
