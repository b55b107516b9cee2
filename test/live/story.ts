/** What becomes of two processes that keep answers, and what must not. */
import { setTimeout as sleep } from "node:timers/promises"
import type { Child } from "./child"
import type { Command } from "./commands"

/** Two processes, and the database between them. */
export interface Lane {
  readonly children: readonly [Child, Child]
  readonly lengthMs: number
  readonly addUser: () => Promise<string>
  readonly sql: (text: string, values: readonly unknown[]) => Promise<unknown>
}

interface End {
  readonly startedAt: number
  /** When the act was through, and in which process; null for what was done by hand. */
  throughAt: number
  readonly at: number | null
  /** What was disabled is live again once it is enabled. */
  undoneFrom: number
  undoneAt: number
}

interface Session {
  readonly person: Person
  readonly id: string
  readonly secret: string
  readonly ends: End[]
}

interface Person {
  readonly id: string
  disabled: End | null
}

/** What a story came to: what must not have been, and how many answers came from memory. */
export interface Ending {
  readonly broken: readonly string[]
  readonly kept: number
}

export async function tell(lane: Lane, commands: readonly Command[]): Promise<Ending> {
  const { children, lengthMs, sql } = lane
  const people: Person[] = [
    { id: await lane.addUser(), disabled: null },
    { id: await lane.addUser(), disabled: null },
  ]
  const sessions: Session[] = []
  const broken: string[] = []
  let kept = 0
  const pending = new Set<Promise<unknown>>()
  const all = () => Promise.all(pending)

  async function end(some: readonly Session[], by: number | null, act: () => Promise<unknown>) {
    const ended: End = {
      ...{ startedAt: performance.now(), throughAt: Infinity, at: by },
      ...{ undoneFrom: Infinity, undoneAt: Infinity },
    }
    for (const each of some) each.ends.push(ended)
    await act()
    ended.throughAt = performance.now()
    return ended
  }

  async function check(checked: Session, by: number) {
    const startedAt = performance.now()
    const told = await children[by]?.ask({ kind: "check", secret: checked.secret })
    const endedAt = performance.now()
    if (told?.problem) broken.push(`A check failed: ${told.problem}`)
    if (told?.isKept) kept++
    const isOver = checked.ends.some(
      ({ throughAt, at: process, undoneFrom }) =>
        throughAt + (process === by ? 0 : lengthMs) < startedAt && endedAt < undoneFrom,
    )
    const isLive = checked.ends.every(
      ({ startedAt: from, undoneAt }) => endedAt < from || undoneAt < startedAt,
    )
    if (told?.isLive && isOver) broken.push(`Process ${by} accepted a session that had ended.`)
    if (!told?.isLive && isLive) broken.push(`Process ${by} refused a session that was live.`)
  }

  async function run(wanted: Command): Promise<unknown> {
    const chosen = "session" in wanted ? sessions[wanted.session % sessions.length] : undefined
    if ("session" in wanted && (!chosen || (chosen.person.disabled && wanted.kind !== "check")))
      return
    const on = "at" in wanted ? wanted.at : 0
    const child = children[on] ?? children[0]
    const whose = "person" in wanted ? people[wanted.person] : chosen?.person
    const ms = "time" in wanted ? wanted.time * lengthMs : 0
    switch (wanted.kind) {
      case "log in": {
        if (!whose) return
        const { id, secret } = await child.ask({ kind: "log in", userId: whose.id })
        if (id && secret) sessions.push({ person: whose, id, secret, ends: [] })
        return
      }
      case "check":
        return chosen && check(chosen, on)
      case "touch":
        return chosen && child.ask({ kind: "touch", tokenId: chosen.id })
      case "revoke": {
        if (!chosen) return
        const { id, person } = chosen
        return end(sameAs(chosen), on, () =>
          child.ask({ kind: "revoke", userId: person.id, tokenId: id }),
        )
      }
      case "change the password": {
        if (!whose || whose.disabled) return
        const spared = sessions[wanted.spared ?? -1]?.id
        const others = sessions.filter(({ person, id }) => person === whose && id !== spared)
        return end(others, on, () =>
          child.ask({ kind: "change the password", userId: whose.id, spared }),
        )
      }
      case "rotate": {
        if (!chosen) return
        const { id, secret } = chosen
        let rotated: string | undefined
        const ended = await end([chosen], on, async () => {
          rotated = (await child.ask({ kind: "rotate", tokenId: id, secret })).secret
        })
        if (rotated) sessions.push({ ...chosen, secret: rotated, ends: [] })
        // Nothing was rotated: it had ended before, or its secret had.
        else ended.undoneFrom = ended.startedAt
        return
      }
      case "delete by hand":
        return (
          chosen &&
          end(sameAs(chosen), null, () =>
            sql("DELETE FROM log_out_everywhere.token WHERE id = $1", [chosen.id]),
          )
        )
      case "disable by hand": {
        if (!whose || whose.disabled) return
        const theirs = sessions.filter(({ person }) => person === whose)
        whose.disabled = await end(theirs, null, () =>
          sql(
            `INSERT INTO log_out_everywhere.owner ("userId", "disabledAt") VALUES ($1, now())
             ON CONFLICT ("userId") DO UPDATE SET "disabledAt" = now()`,
            [whose.id],
          ),
        )
        return
      }
      case "enable by hand": {
        if (!whose?.disabled) return
        whose.disabled.undoneFrom = performance.now()
        await sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = NULL WHERE "userId" = $1`, [
          whose.id,
        ])
        whose.disabled.undoneAt = performance.now()
        whose.disabled = null
        return
      }
      case "silence":
        return child.line.fallSilent()
      case "speak":
        return child.line.speakAgain()
      case "cut":
        return child.line.cut()
      case "delay":
        return child.line.delay(ms)
      case "answer late":
        return child.way.delay(ms)
      case "pause":
        return child.pause(ms, wanted.isSuspended)
      case "set the clock":
        return child.ask({ kind: "set the clocks", monotonic: 0, wall: wanted.isBack ? -ms : ms })
      case "wait":
        return sleep(ms)
    }
  }

  const sameAs = (one: Session) => sessions.filter(({ id }) => id === one.id)

  await run({ kind: "log in", at: 0, person: 0 })
  for (const wanted of commands) {
    // What makes a session, or brings one back, is done by itself: so it is known which acts are about it.
    const isAlone = ["log in", "rotate", "disable by hand", "enable by hand"].includes(wanted.kind)
    if (isAlone) await all()
    const running = run(wanted)
    pending.add(running)
    running.finally(() => pending.delete(running))
    if (isAlone || !("isAwaited" in wanted) || wanted.isAwaited) await running
  }
  await all()
  for (const { line, way } of children) {
    line.speakAgain()
    line.delay(0)
    way.delay(0)
  }
  await sleep(lengthMs + 1)
  await Promise.all(sessions.flatMap((each) => [check(each, 0), check(each, 1)]))
  return { broken, kept }
}
