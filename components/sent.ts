let underWay = 0
let answeredAt = Number.NEGATIVE_INFINITY
let leftAt = Number.NEGATIVE_INFINITY

/** Counts an act as under way until it is answered. */
export async function sent<Value>(call: Promise<Value>): Promise<Value> {
  underWay++
  try {
    return await call
  } finally {
    underWay--
    answeredAt = performance.now()
  }
}

/** Hears that the browser has begun to leave: by a form that it sends itself, or where an answer leads. */
export function hearLeaving(signal: AbortSignal): void {
  const leave = () => {
    leftAt = performance.now()
  }
  const comeBack = () => {
    leftAt = Number.NEGATIVE_INFINITY
  }
  window.addEventListener("beforeunload", leave, { signal })
  window.addEventListener("pageshow", comeBack, { signal })
}

/**
 * Resolves once this page waits for no answer, and has had the time to go where the last one leads. What ends the
 * session that it was sent from has an answer too, and that says more.
 */
export async function whenAnswered(): Promise<void> {
  if (!isWaiting(justMs)) return
  const givenUpAt = performance.now() + longestMs
  while (isWaiting(leadingMs) && performance.now() < givenUpAt) {
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

function isWaiting(ms: number): boolean {
  const now = performance.now()
  // It may have been a download, after which the page is still there.
  return underWay > 0 || now - leftAt < 2 * leadingMs || now - answeredAt < ms
}

/** The end of a session and the answer to its act may come in either order. */
const justMs = 1_000
const leadingMs = 5_000
const longestMs = 15_000
