import { createHash } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible"
import { networksOf } from "@/lib/names/network-address"
import { type Lanes, lanesOf } from "./lanes"
import { isRead } from "./refusal"
import { shares } from "./shares"

/** `busy`: one person or network asks for more than its share. `full`: all together do. */
export type Overload = "busy" | "full"

export interface Turn {
  readonly work: () => void
  /** Instead of the work. Another try may go better after so many seconds. */
  readonly refuse: (reason: Overload, retryAfterS: number) => void
}

export type Admission = (
  request: IncomingMessage,
  response: ServerResponse,
  turn: Turn,
) => Promise<void>

type Kind = "act" | "read"

/**
 * Lets each person, each network and all together have so much under way at the same time, and refuses what
 * could only wait: an overload by one must not read as an outage to the others.
 *
 * Nobody has looked at the cookie yet: here a made-up one is one more person, and counts with its network all
 * the same.
 */
export function admission(limits: typeof shares = shares): Admission {
  const lanes = {
    person: { act: lanesOf(limits.person.act), read: lanesOf(limits.person.read) },
    network: { act: lanesOf(limits.network.act), read: lanesOf(limits.network.read) },
    everyone: { act: lanesOf(limits.everyone.act), read: lanesOf(limits.everyone.read) },
  }
  const acts = new RateLimiterMemory({ points: limits.acts.max, duration: limits.acts.windowS })

  return async (request, response, { work, refuse }) => {
    const refuseBusy = async (retryAfterS: number) => {
      const { least, max } = limits.busyAfterMs
      await sleep(least + Math.random() * (max - least), undefined, { ref: false })
      if (!response.destroyed) refuse("busy", retryAfterS)
    }
    if (isExempt(request)) return work()
    const kind: Kind = isRead(request.method) || isQuestion(request) ? "read" : "act"
    const [person, network] = [personOf(request), networkOf(request)]
    const own: [Lanes, string][] = []
    if (person) own.push([lanes.person[kind], person])
    if (network) own.push([lanes.network[kind], network])
    const common: [Lanes, string] = [lanes.everyone[kind], "everyone"]

    if (own.some(([lane, key]) => lane.isFull(key))) return refuseBusy(2)
    if (common[0].isFull(common[1])) return refuse("full", 5)
    const waitMs = person && kind === "act" ? await waitFor(acts, person) : 0
    if (waitMs > 0) return refuseBusy(Math.ceil(waitMs / 1000))

    await inTurns([...own, common], async () => {
      // The client has gone while it waited.
      if (response.destroyed) return
      const done = turnOf(response, limits.maxTurnMs)
      work()
      await done
    })
  }
}

async function inTurns(
  [first, ...rest]: readonly (readonly [Lanes, string])[],
  work: () => Promise<void>,
): Promise<void> {
  if (!first) return work()
  const [lanes, key] = first
  return lanes.run(key, () => inTurns(rest, work))
}

/** Until the answer has been written, or nobody waits for it, or it takes too long. */
function turnOf(response: ServerResponse, maxMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, maxMs).unref()
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    whenStreaming(response, done)
    // Before the last byte is out: how fast a client reads is no business of the others.
    response.once("prefinish", done).once("close", done)
  })
}

/** A stream that has begun waits for what may never come. How many there are is counted elsewhere. */
function whenStreaming(response: ServerResponse, done: () => void) {
  const writeHead = response.writeHead.bind(response)
  Object.assign(response, {
    writeHead(...head: Parameters<typeof writeHead>) {
      if (/^text\/event-stream/.test(String(response.getHeader("Content-Type")))) done()
      return writeHead(...head)
    },
  })
}

async function waitFor(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(refusal.msBeforeNext, 1)
  }
}

/** Files of the build cost nothing, and health must be told however much is under way. */
const isExempt = ({ url = "" }: IncomingMessage) =>
  /^\/(?:_next\/static|api\/health)(?:[/?]|$)/.test(url)

/** It changes nothing, and programs ask it for each request that they get themselves (RFC 7662). */
const isQuestion = ({ url = "" }: IncomingMessage) =>
  /^\/api\/v1\/admin\/introspect(?:\?|$)/.test(url)

/** Whose request it is, as far as it says so. By hash: a secret has no business in a list of keys. */
function personOf({ headers }: IncomingMessage): string | undefined {
  const secret =
    /(?:^|;\s*)__Host-loe-session=([^;]+)/.exec(headers.cookie ?? "")?.[1] ??
    /^\s*bearer +(\S+)/i.exec(headers.authorization ?? "")?.[1]
  return secret && createHash("sha256").update(secret).digest("base64url")
}

/** The address is what `writeOwnHeaders` has written. */
function networkOf({ headers }: IncomingMessage): string | undefined {
  const address = headers["x-loe-address"]?.toString()
  return address && networksOf(address).network
}
