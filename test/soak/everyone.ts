/** Whether logging everyone out gets its turn while people never stop logging in. */
import { setTimeout as sleep } from "node:timers/promises"
import { issue } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { connect, disconnect } from "@/lib/db/client"
import { logEveryoneOut } from "@/lib/users/admin/log-everyone-out"
import {
  addPerson,
  anAdministrator,
  issueTo,
  type Person,
  partsOn,
  statusOf,
  type World,
} from "@/test/world/people"
import { patient, watchedConnection } from "@/test/world/watched-connection"
import { type Outcome, quantile } from "./figures"

export interface EveryoneOptions {
  readonly raises: number
  readonly isGuarded: boolean
}

const inFlight = 20
/** Beyond the longest transaction that was under way. */
const maxWaitMs = 100

export async function soakEveryone(
  world: World,
  { raises, isGuarded }: EveryoneOptions,
): Promise<Outcome> {
  const crowd = await openCrowd(world)
  const waits: number[] = []
  let survivors = 0
  for (let raise = 0; raise < raises; raise++) {
    const before = await issueTo(world, await addPerson(world))
    waits.push(await raiseOnce(world, isGuarded))
    if ((await statusOf(world, before.secret)) === "active") survivors++
  }
  const logIns = await crowd.close()

  const p99 = quantile(waits, 0.99)
  const broken: string[] = []
  const isStarved = p99 > crowd.undisturbedMs + maxWaitMs
  if (isGuarded && isStarved) broken.push(`Logging everyone out waited ${Math.round(p99)} ms.`)
  if (!isGuarded && !isStarved)
    broken.push("Without its place in the queue it waited no longer, so this proves nothing.")
  if (survivors > 0) broken.push(`${survivors} sessions of before survived.`)
  return {
    figures: {
      "log everyone out": {
        times: raises,
        "median ms": Math.round(quantile(waits, 0.5)),
        "p99 ms": Math.round(p99),
        "longest log-in ms": Math.round(crowd.undisturbedMs),
        "log-ins meanwhile": logIns,
      },
    },
    broken,
  }
}

/** In how many milliseconds the act was done; the count after it is no part of that. */
async function raiseOnce(world: World, isGuarded: boolean): Promise<number> {
  const lock = /^LOCK TABLE log_out_everywhere.realm IN EXCLUSIVE MODE$/
  const rewrite = (sql: string) => (isGuarded ? sql : sql.replace(lock, "SELECT 1"))
  const connection = watchedConnection(world.urls.url, { rewrite })
  const parts = partsOn(connection)
  const by = await anAdministrator(world)
  // Opens the connection, for which an app that runs does not wait.
  await parts.transact(async () => null)
  const startedAt = performance.now()
  let doneAt: number | undefined
  const everyonesTokens = {
    ...parts.stores.everyonesTokens,
    async countVoided() {
      doneAt = performance.now()
      return {}
    },
  }
  // One that waits for so long that its transaction is given up has waited, too.
  const measured = { ...parts, stores: { ...parts.stores, everyonesTokens } }
  await logEveryoneOut(measured, by, ["session"]).catch((error) => {
    if (isGuarded) throw error
  })
  await disconnect(connection)
  return (doneAt ?? performance.now()) - startedAt
}

/** People who log in one after the other, so many at any time. */
async function openCrowd(world: World) {
  const connection = connect(world.urls.url, { ...patient, max: inFlight })
  const { transact } = partsOn(connection)
  let isOpen = true
  let [logIns, maxMs] = [0, 0]
  const people = await Promise.all(Array.from({ length: inFlight }, () => addPerson(world)))
  const logIn = ({ id: userId }: Person) =>
    transact(async ({ tokens, users }, now) => {
      const credential = await users.findCredential({ userId })
      if (!credential) throw new Error("There is no such person.")
      const proof = { ...credential, method: "password" }
      const device = { address: null, userAgent: null }
      const request = { purpose: "session", proof, device, isRemembered: false } as const
      return issue(tokens, authentication.policy, request, now)
    })
  const lanes = people.map(async (person) => {
    while (isOpen) {
      const startedAt = performance.now()
      if (!(await logIn(person)).ok) throw new Error("A log-in of the crowd failed.")
      maxMs = Math.max(maxMs, performance.now() - startedAt)
      logIns++
    }
  })
  const failed = Promise.all(lanes)
  const until = async (max: number) => {
    while (logIns < max) await Promise.race([failed, sleep(20)])
  }
  // Undisturbed, to know how long one takes: at first they open connections, and later they wait for the acts.
  await until(5 * inFlight)
  maxMs = 0
  await until(25 * inFlight)
  const undisturbedMs = maxMs
  return {
    undisturbedMs,
    async close() {
      isOpen = false
      await failed
      await disconnect(connection)
      return logIns
    },
  }
}
