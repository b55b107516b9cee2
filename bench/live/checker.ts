/** One of several processes that check sessions as fast as they can, as a child. Says once a second how it went. */
import { setImmediate as turn } from "node:timers/promises"
import { resume } from "log-out-everywhere"
import { maxLeaseMs, takeLease, tokenCache } from "log-out-everywhere/live"
import { postgresBus } from "log-out-everywhere/postgres"
import { authentication } from "@/authentication"
import { tokenStore } from "@/lib/db/add-on"
import { connect } from "@/lib/db/client"
import { listenTo } from "@/lib/db/listener"
import { poolQuery } from "@/lib/db/query"
import type { SessionOwner } from "@/lib/users/ports/stores"

/** What the parent says: whose sessions there are, and which of them has ended. Times are the wall clock's. */
export type Said =
  | { readonly secrets: readonly string[] }
  | { readonly ended: number; readonly at: number }

/** What is said of the checks since the process began. */
export interface Checked {
  readonly checks: number
  readonly refused: number
  /** Of those that began later than a lease after the end. */
  readonly stale: number
  /** The longest that a check began after an end and still accepted. */
  readonly longestMs: number
}

const [url = "", cache] = process.argv.slice(2)
const query = poolQuery(connect(url))
const bus = postgresBus(query, listenTo(url))
const lease = takeLease(bus)
const store = tokenStore(query)
const tokens = cache === "on" ? tokenCache<SessionOwner>(bus, lease).over(store) : store

/** As many as a busy server has under way. */
const workers = 32
/** A client that was refused does not come again at once. */
const pauseMs = 1_000

let secrets: readonly string[] = []
const endedAt = new Map<number, number>()
const refusedAt = new Map<number, number>()
const so = { checks: 0, refused: 0, stale: 0, longestMs: 0 }

process.on("message", (said: Said) => {
  if ("ended" in said) return void endedAt.set(said.ended, said.at)
  secrets = said.secrets
  for (let worker = 0; worker < workers; worker++) void work(worker)
  setInterval(() => process.send?.(so satisfies Checked), 1_000)
})

async function work(first: number) {
  for (let number = first; ; number += workers) {
    const index = number % secrets.length
    // As between two requests: the network, and what is heard, have their turn.
    if ((number - first) % (workers * 16) === 0) await turn()
    const at = Date.now()
    if (at - (refusedAt.get(index) ?? 0) < pauseMs) continue
    const found = await resume(tokens, authentication.policy, "session", secrets[index] ?? "", {
      touch: false,
    })
    so.checks++
    if (found.ok) noteAccepted(at - (endedAt.get(index) ?? at))
    else noteRefused(index, at)
  }
}

function noteAccepted(afterMs: number) {
  so.longestMs = Math.max(so.longestMs, afterMs)
  if (afterMs > maxLeaseMs) so.stale++
}

function noteRefused(index: number, at: number) {
  if (!refusedAt.has(index)) so.refused++
  refusedAt.set(index, at)
}
