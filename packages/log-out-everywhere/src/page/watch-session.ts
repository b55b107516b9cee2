import { openChannel, type Told } from "./channel.ts"
import { canFollow, follow } from "./follow.ts"
import { wait, whenSeen } from "./moments.ts"

/** What a page finds when it asks: `unknown` if there was no answer, which is no log-out. */
export type Look = "live" | "unknown" | { readonly ended: string }

/** What `watchSession` takes. */
export interface WatchOptions {
  /** Where the stream is: what `answerLive` answers. */
  readonly url: string
  /** For whom the page was rendered. The pages of one browser that say the same share one stream. */
  readonly person: string
  /** Called once, when the session is over, with the reason. */
  readonly onEnd: (reason: string) => void
  /** Called when lists of the person's own sessions may be out of date, or those of everyone's. */
  readonly onChange?: (whose: "own" | "everyone") => void
  /** Asks about the session, without touching it. Left out: asks `url`, without a stream. */
  readonly look?: () => Promise<Look>
}

/**
 * Watches, in an open page, the session for which it was rendered: by a stream that all pages of a browser share,
 * and by asking whenever the page is looked at again. Without a stream it asks every 30 seconds; if the server has
 * none now, sooner at first.
 *
 * A page that is kept for the way back shows no content until it has asked. Returns what stops it.
 */
export function watchSession(options: WatchOptions): () => void {
  const { url, person, onEnd, onChange, look = () => lookAt(url) } = options
  const stopped = new AbortController()
  /** Until the page is left, or put aside for the way back. */
  let shown = new AbortController()
  /** Tells this page, and the others while it is shown. */
  let say = hear

  function hear(told: Told) {
    if (stopped.signal.aborted) return
    if ("changed" in told) return onChange?.(told.changed)
    stop()
    onEnd(told.ended)
  }

  async function ask() {
    const found = await look()
    if (typeof found === "object") say(found)
  }

  function sayAll() {
    say({ changed: "own" })
    say({ changed: "everyone" })
  }

  function begin() {
    shown = new AbortController()
    const { signal } = shown
    const since = performance.now()
    const name = `${url} ${person}`
    const channel = openChannel(name, hear)
    say = channel.say
    signal.addEventListener("abort", () => {
      say = hear
      channel.close()
    })
    void leading(name, signal, () => lead(signal, since))
  }

  async function lead(signal: AbortSignal, since: number) {
    const isLate = () => performance.now() - since > promptMs
    // A page before this one has led, and may have gone because the session has.
    if (isLate()) await ask()
    let pauseMs = canFollow() ? firstPauseMs : longestPauseMs
    while (!signal.aborted) {
      // What happened before this page led, or while the line was down, nobody has told it.
      const onOpen = () => {
        pauseMs = firstPauseMs
        if (isLate()) sayAll()
      }
      await follow(url, { signal, say: (told) => say(told), onOpen })
      if (signal.aborted) return
      await ask()
      // Not all pages at the same moment.
      await wait(pauseMs * (0.75 + Math.random() / 4), signal)
      pauseMs = Math.min(2 * pauseMs, longestPauseMs)
      if (!signal.aborted) sayAll()
    }
  }

  function putAside() {
    shown.abort()
    document.documentElement.style.visibility = "hidden"
  }

  async function comeBack({ persisted }: PageTransitionEvent) {
    if (!persisted || stopped.signal.aborted) return
    // Whatever the network does, the page comes back.
    await Promise.race([ask(), wait(longestLookMs, stopped.signal)])
    if (stopped.signal.aborted) return
    document.documentElement.style.visibility = ""
    sayAll()
    begin()
  }

  function stop() {
    stopped.abort()
    shown.abort()
  }

  const { signal } = stopped
  window.addEventListener("pagehide", putAside, { signal })
  window.addEventListener("pageshow", comeBack, { signal })
  whenSeen(() => void ask(), signal)
  begin()
  return stop
}

/** A server that could not listen for a moment has streams again after it. */
const firstPauseMs = 2_000
const longestPauseMs = 30_000
/** A stream that begins so soon has missed nothing of a page that was just rendered. */
const promptMs = 2_000
const longestLookMs = 3_000

/** Has one page of the browser at a time lead: a server has few connections for each, and a browser few for it. */
async function leading(name: string, signal: AbortSignal, lead: () => Promise<void>) {
  if (!("locks" in navigator)) return lead()
  // Rejects when the page is put aside.
  await navigator.locks.request(name, { signal }, lead).catch(() => {})
}

async function lookAt(url: string): Promise<Look> {
  try {
    const { status } = await fetch(url, { cache: "no-store" })
    if (status === 401) return { ended: "ended" }
    return status === 204 ? "live" : "unknown"
  } catch {
    return "unknown"
  }
}
