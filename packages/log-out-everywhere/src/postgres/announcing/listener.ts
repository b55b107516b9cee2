/** What a listener needs of a client of `pg` that is not connected yet: `() => new pg.Client(…)` makes one. */
export interface ListeningClient {
  connect(): Promise<unknown>
  query(text: string): Promise<unknown>
  end(): Promise<void>
  on(event: "notification", hear: (message: Notification) => void): unknown
  on(event: "error" | "end", hear: () => void): unknown
}

interface Notification {
  readonly channel: string
  readonly payload?: string | undefined
}

/** One connection of a process's, on which it hears what PostgreSQL passes on. */
export interface Listener {
  /**
   * Calls `hear` with what is passed on in the channel, until the function that it returns is called. With null
   * first, and after each connection that was lost: nobody heard what was said before.
   */
  on(channel: string, hear: Hear): () => void
  close(): Promise<void>
}

type Hear = (payload: string | null) => unknown

/** How patient a listener is, in milliseconds. */
export interface ListenerPatience {
  /** How long it waits before it connects again: from this, twice as long each time, up to `longestPauseMs`. */
  readonly firstPauseMs?: number
  readonly longestPauseMs?: number
  /** How often it asks whether the server is there still, since a line that was cut says nothing. */
  readonly askMs?: number
}

/**
 * Keeps one connection, and opens another for as long as it takes whenever that is lost. The connection must be
 * the server's own: a pooler that hands it to others hears nothing.
 */
export function openListener(
  open: () => ListeningClient,
  { firstPauseMs = 250, longestPauseMs = 5_000, askMs = 5_000 }: ListenerPatience = {},
): Listener {
  const channels = new Map<string, Set<Hear>>()
  let client: ListeningClient | undefined
  let isConnected = false
  let isClosed = false
  let stopWaiting = () => {}
  let close = () => {}
  const closed = new Promise<void>((resolve) => {
    close = resolve
  })

  async function keepListening() {
    let pauseMs = firstPauseMs
    while (!isClosed) {
      const opened = open()
      client = opened
      try {
        await untilLost(opened, () => {
          pauseMs = firstPauseMs
        })
      } catch {
        // An outage of the database, which those who have something to ask it will tell of.
      }
      isConnected = false
      await finish(opened)
      if (isClosed) return
      // Not all processes at the same moment.
      await wait(pauseMs * (0.5 + Math.random() / 2))
      pauseMs = Math.min(2 * pauseMs, longestPauseMs)
    }
  }

  async function untilLost(opened: ListeningClient, begun: () => void) {
    const lost = new Promise<void>((resolve) => {
      for (const event of ["end", "error"] as const) opened.on(event, resolve)
    })
    opened.on("notification", ({ channel, payload = "" }) => {
      for (const hear of channels.get(channel) ?? []) hear(payload)
    })
    // One that is ended while it connects may never say so.
    await Promise.race([opened.connect(), closed])
    if (isClosed) return
    isConnected = true
    for (const [channel, hears] of channels) await begin(opened, channel, hears)
    begun()
    await untilSilent(opened, lost)
  }

  /** Says that from here on everything is heard. */
  async function begin(on: ListeningClient, channel: string, hears: Iterable<Hear>) {
    await on.query(`LISTEN "${channel.replaceAll('"', '""')}"`)
    if (on === client && isConnected) for (const hear of hears) hear(null)
  }

  /** Resolves when the connection is lost, or when the server has not answered since it was last asked. */
  function untilSilent(on: ListeningClient, lost: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      let hasAnswered = true
      const stop = () => {
        clearInterval(timer)
        resolve()
      }
      const timer = setInterval(() => {
        if (!hasAnswered) return stop()
        hasAnswered = false
        on.query("SELECT").then(() => {
          hasAnswered = true
        }, stop)
      }, askMs)
      Promise.race([lost, closed]).then(stop)
    })
  }

  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      stopWaiting = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const listening = keepListening()

  return {
    on(channel, hear) {
      const hears = channels.get(channel) ?? new Set()
      channels.set(channel, hears)
      const own: Hear = (payload) => hears.has(own) && hear(payload)
      hears.add(own)
      // If it fails, the connection is lost, and the next one listens to this channel too.
      if (client && isConnected) begin(client, channel, [own]).catch(() => {})
      return () => void hears.delete(own)
    },

    async close() {
      isClosed = true
      close()
      stopWaiting()
      if (client) await finish(client)
      await listening
    },
  }
}

/** Says goodbye, and does not wait for a server that says nothing. */
async function finish(client: ListeningClient): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, 1_000)
  })
  await Promise.race([client.end().catch(() => {}), patience])
  clearTimeout(timer)
}
