/** Whether the time of an answer tells who has an account: at log-in, reset and log-in by mail. */

import { hashPassword } from "@/lib/users/log-in/password"
import { HttpClient } from "@/test/http/http-client"
import { submit } from "@/test/http/http-form"
import type { TestApp } from "@/test/world/app"
import { addPerson, somePassword, type World } from "@/test/world/people"
import { onRunningApp } from "./app-under-soak"
import type { Outcome } from "./figures"

export interface TimingOptions {
  /** Of each kind, for known and for unknown people. */
  readonly tries: number
}

interface Door {
  readonly path: string
  readonly button: string
  readonly fields: Readonly<Record<string, string>>
  readonly answer: RegExp
}

const doors: Readonly<Record<string, Door>> = {
  "log-in": {
    path: "/login",
    button: "Log in",
    fields: { password: "not the password at all" },
    answer: /Incorrect email/,
  },
  "password reset": {
    path: "/forgot-password",
    button: "Email me a link",
    fields: {},
    answer: /sent it a link/,
  },
  "log-in by mail": {
    path: "/magic-link",
    button: "Email me a link",
    fields: {},
    answer: /sent it a link/,
  },
}

const largestDifference = 0.1
/** Below what the throttles allow, so that every try goes the whole way. */
const triesPerPerson = 1

export async function soakTiming({ tries }: TimingOptions): Promise<Outcome> {
  return onRunningApp(async (app, world) => {
    const figures: Record<string, Record<string, number>> = {}
    const broken: string[] = []
    for (const [name, door] of Object.entries(doors)) {
      const { known, unknown } = await timesAt(app, world, door, tries)
      const [ofKnown, ofUnknown] = [median(known), median(unknown)]
      const difference = Math.abs(ofKnown - ofUnknown) / Math.min(ofKnown, ofUnknown)
      figures[name] = {
        tries,
        "known, median ms": rounded(ofKnown),
        "unknown, median ms": rounded(ofUnknown),
        "difference %": rounded(difference * 100),
      }
      if (difference > largestDifference)
        broken.push(`The time at ${name} tells who has an account.`)
    }
    return { figures, broken }
  })
}

async function timesAt({ url }: TestApp, world: World, door: Door, tries: number) {
  // Of the true cost, unlike those of the tests.
  const passwordHash = await hashPassword(somePassword)
  const people = await Promise.all(
    Array.from({ length: Math.ceil(tries / triesPerPerson) }, () =>
      addPerson(world, { hash: async () => passwordHash }),
    ),
  )
  const times = { known: [] as number[], unknown: [] as number[] }
  const { body: page } = await new HttpClient(url).ask(door.path)

  for (let n = -20; n < tries; n++) {
    const person = people[Math.abs(n) % people.length]
    const emails = [
      ["known", person?.email ?? ""],
      ["unknown", `nobody-${n}-${Math.random()}@example.com`],
    ] as const
    // In turns, each first as often: whatever the machine does besides meets both alike.
    for (const [whose, email] of n % 2 === 0 ? emails : emails.toReversed()) {
      const client = new HttpClient(url)
      const startedAt = performance.now()
      const { body } = await submit(client, door.path, page, door.button, { ...door.fields, email })
      const ms = performance.now() - startedAt
      if (!door.answer.test(body)) throw new Error(`${door.path} answered something else.`)
      if (n >= 0) times[whose].push(ms)
    }
  }
  return times
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const rounded = (value: number) => Math.round(value * 100) / 100
