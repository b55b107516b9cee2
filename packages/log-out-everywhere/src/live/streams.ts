import type { Heard, RevocationBus } from "./bus.ts"
import type { Lease } from "./lease.ts"
import type { Presence, StreamedSession } from "./presence.ts"
import { event, heartbeat, retryIn, type Sink } from "./sink.ts"

/** What `liveStreams` takes. */
export interface StreamsOptions {
  readonly bus: RevocationBus
  /** Tells whether the bus is heard. While it is not there are no streams, and pages ask now and then. */
  readonly lease: Pick<Lease, "holds">
  /** Finds sessions by the ids of their tokens, but for those that are gone. Asks the store, and touches nothing. */
  readonly find: (tokenIds: readonly string[]) => Promise<ReadonlyMap<string, Presence>>
  /** Left out: 10,000. */
  readonly maxStreams?: number
  /** A browser needs one. Left out: 8. */
  readonly maxPerSession?: number
}

/** Why there is no stream now: the session has too many, the process has, or it could tell nothing. */
export type NoStream = "too_many" | "full" | "cannot_listen"

/** The streams of one process, by which open pages hear that their session has ended. */
export interface LiveStreams {
  /** Begins a stream, and answers the function that forgets it, for when its client has gone. */
  open(session: StreamedSession, sink: Sink): NoStream | (() => void)
  readonly size: number
  /** Ends all, which then begin again elsewhere, and begins no more. */
  stop(): void
}

interface Stream extends StreamedSession {
  readonly sink: Sink
  isNew: boolean
  hearsEveryone: boolean
  deadline?: ReturnType<typeof setTimeout>
}

/**
 * Tells open pages to look again, and why their session has ended. Nothing else is in a stream.
 *
 * Each session is looked at when its stream begins, when the bus tells of its owner, and at its deadline. So no
 * stream outlives its session, and none is kept alive by being open.
 */
export function liveStreams({
  bus,
  lease,
  find,
  maxStreams = 10_000,
  maxPerSession = 8,
}: StreamsOptions): LiveStreams {
  const streams = new Set<Stream>()
  const ofOwner = new Map<string, Set<Stream>>()
  /** Those to look at, and whether something of their owner's has changed. */
  const due = new Map<Stream, boolean>()
  /** When owners were told of, and anyone: a page is rendered a moment before its stream begins. */
  const toldAt = new Map<string, number>()
  let anyoneToldAt = 0
  let isLooking = false
  let isStopped = false
  let newsOfAnyone: ReturnType<typeof setTimeout> | undefined

  function forget(stream: Stream) {
    clearTimeout(stream.deadline)
    streams.delete(stream)
    due.delete(stream)
    const owned = ofOwner.get(stream.userId)
    owned?.delete(stream)
    if (owned?.size === 0) ofOwner.delete(stream.userId)
  }

  function end(stream: Stream, last: string) {
    forget(stream)
    stream.sink.write(last)
    stream.sink.end()
  }

  /** Each for another while, so that they do not all come back together. */
  function sendAway(some: Iterable<Stream>) {
    for (const stream of some) end(stream, retryIn(1_000, 6_000))
  }

  function lookAt(some: Iterable<Stream>, hasChanged: boolean) {
    for (const stream of some) due.set(stream, hasChanged || due.get(stream) === true)
    if (!isLooking) void look()
  }

  async function look() {
    isLooking = true
    while (due.size > 0) {
      const asked = [...due].slice(0, 1_000)
      for (const [stream] of asked) due.delete(stream)
      const ids = new Set(asked.map(([{ id }]) => id))
      const found = await find([...ids]).catch(() => null)
      const open = asked.filter(([stream]) => streams.has(stream))
      // Nobody can tell whether they are live: their pages ask, and hear of the outage.
      if (!found) sendAway(open.map(([stream]) => stream))
      else for (const [stream, hasChanged] of open) tell(stream, found, hasChanged)
    }
    isLooking = false
  }

  function tell(stream: Stream, found: ReadonlyMap<string, Presence>, hasChanged: boolean) {
    const presence = found.get(stream.id) ?? gone
    if (!presence.isLive) return end(stream, event("ended", presence.reason))
    const { endsInMs, hearsEveryone = false } = presence
    stream.hearsEveryone = hearsEveryone
    clearTimeout(stream.deadline)
    const inMs = Math.min(Math.max(endsInMs, leastMs), maxTimerMs)
    stream.deadline = setTimeout(() => lookAt([stream], false), inMs)
    if (hasChanged) stream.sink.write(event("changed", "own"))
    if (hearsEveryone && stream.isNew && isLate(anyoneToldAt)) tellOfAnyone()
    stream.isNew = false
  }

  function tellOfAnyone() {
    newsOfAnyone ??= setTimeout(() => {
      newsOfAnyone = undefined
      for (const stream of streams) {
        if (stream.hearsEveryone) stream.sink.write(event("changed", "everyone"))
      }
    }, everyoneMs)
  }

  function hear(heard: Heard) {
    if (heard.kind === "beat") return
    anyoneToldAt = Date.now()
    if (heard.kind === "owner") {
      toldAt.set(heard.userId, anyoneToldAt)
      lookAt(ofOwner.get(heard.userId) ?? [], true)
    } else if (heard.kind !== "purpose" || heard.purpose === "session") lookAt(streams, true)
    tellOfAnyone()
  }

  const stopListening = bus.listen(hear)
  const heart = setInterval(() => {
    if (!lease.holds()) return sendAway(streams)
    for (const { sink } of streams) sink.write(heartbeat)
    for (const [userId, at] of toldAt) if (!isLate(at)) toldAt.delete(userId)
  }, heartbeatMs)
  // Keeps no process that is through.
  heart.unref()

  return {
    open(session, sink) {
      if (isStopped || !lease.holds()) return "cannot_listen"
      const owned = ofOwner.get(session.userId) ?? new Set()
      const same = [...owned].filter(({ id }) => id === session.id)
      if (same.length >= maxPerSession) return "too_many"
      if (streams.size >= maxStreams) return "full"

      const { id, userId } = session
      const stream: Stream = { id, userId, sink, isNew: true, hearsEveryone: false }
      streams.add(stream)
      ofOwner.set(session.userId, owned.add(stream))
      sink.write(retryIn(1_000, 3_000))
      // It may have ended since it was let in, when nobody listened for it yet.
      lookAt([stream], isLate(toldAt.get(session.userId) ?? 0))
      return () => forget(stream)
    },

    get size() {
      return streams.size
    },

    stop() {
      isStopped = true
      stopListening()
      clearInterval(heart)
      clearTimeout(newsOfAnyone)
      sendAway(streams)
    },
  }
}

/** Proxies close what is silent for a minute. */
const heartbeatMs = 15_000
/** Lists of everyone's sessions cost more than one's own. */
const everyoneMs = 1_000
/** The database's clock and this process's may be a little apart. */
const leastMs = 50
const lateMs = 3_000
const maxTimerMs = 2 ** 31 - 1
const isLate = (toldAt: number) => Date.now() - toldAt < lateMs
const gone: Presence = { isLive: false, reason: "ended" }
