import type { Announcement, Heard, RevocationBus } from "../live/bus.ts"
import type { TestTools } from "./store-under-test.ts"

/** Two ends of one bus, as two processes have them. In one process both may be the same. */
export interface BusUnderTest {
  readonly here: RevocationBus
  readonly there: RevocationBus
  /** Cuts the line of `there`, which mends by itself. Left out: there is no line. */
  readonly cut?: () => Promise<void>
}

/** Called once in each test. What others announce meanwhile may be heard too. */
export type MakeBus = () => Promise<BusUnderTest> | BusUnderTest

/** The laws of `RevocationBus` as tests, for any implementation and any test runner. */
export function describeBus(
  name: string,
  makeBus: MakeBus,
  { describe, test, expect }: TestTools,
): void {
  describe(name, () => {
    test("what is announced at one end is heard at both, in its order and as it was", async () => {
      const { here, there } = await makeBus()
      const ears = [await listening(here), await listening(there)]
      for (const each of announced) await here.announce(each)
      for (const ear of ears) {
        await ear.hears(last)
        expect(ear.heard.filter(isAmong(announced))).toEqual(announced)
      }
    })

    test("a listener hears that it may have missed something, and then what is announced", async () => {
      const { here, there } = await makeBus()
      await here.announce({ kind: "owner", userId: "before" })
      const ear = await listening(there)
      expect(ear.heard[0]).toEqual({ kind: "missed" })
      await here.announce(last)
      await ear.hears(last)
    })

    test("what is announced by a listener that begins is heard by it", async () => {
      const { there } = await makeBus()
      await new Promise<void>((resolve) => {
        there.listen(({ kind }) => {
          if (kind === "missed") void there.announce({ kind: "beat", from: "it" })
          else if (kind === "beat") resolve()
        })
      })
    })

    test("a listener that has stopped hears nothing more, and the others do", async () => {
      const { here, there } = await makeBus()
      const [stopped, other] = [await listening(there), await listening(there)]
      stopped.stop()
      stopped.stop()
      await here.announce(last)
      await other.hears(last)
      expect(stopped.heard.some(isAmong([last]))).toBe(false)
    })

    test("a bus that is closed hears nothing more, and the other end does", async () => {
      const { here, there } = await makeBus()
      const ear = await listening(there)
      await there.close()
      if (here !== there) {
        const other = await listening(here)
        await here.announce(last)
        await other.hears(last)
      } else await here.announce(last)
      expect(ear.heard.some(isAmong([last]))).toBe(false)
    })

    test("a listener that was cut off learns of it before it hears what comes after", async () => {
      const { here, there, cut } = await makeBus()
      if (!cut) return
      const ear = await listening(there)
      const before = ear.heard.length
      await cut()
      await ear.hears({ kind: "missed" }, before)
      await here.announce(last)
      await ear.hears(last, before)
    })
  })
}

const last: Announcement = { kind: "owner", userId: "last" }

const announced: readonly Announcement[] = [
  { kind: "owner", userId: "7" },
  { kind: "owner", userId: "of two words" },
  { kind: "owner", userId: `'; "ä" \n{}` },
  { kind: "purpose", purpose: "session" },
  { kind: "everybody" },
  { kind: "beat", from: "a process 1" },
  last,
]

const textOf = (heard: Heard) => JSON.stringify(heard)
const isAmong = (some: readonly Announcement[]) => (heard: Heard) =>
  some.map(textOf).includes(textOf(heard))

/** A listener that hears already. */
async function listening(bus: RevocationBus) {
  const heard: Heard[] = []
  const waiting = new Set<() => void>()
  const stop = bus.listen((each) => {
    heard.push(each)
    for (const look of waiting) look()
  })
  /** Resolves once it is heard, at this place or later. */
  const hears = (expected: Heard, from = 0) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!heard.slice(from).some((each) => textOf(each) === textOf(expected))) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  await hears({ kind: "missed" })
  return { heard, stop, hears }
}
