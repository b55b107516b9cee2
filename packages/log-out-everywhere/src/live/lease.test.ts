import { expect, onTestFinished, test } from "vitest"
import type { Announcement, Heard } from "./bus.ts"
import { takeLease } from "./lease.ts"

const second = 1_000

/** A lease of two seconds, on a bus that delivers when it is told to, and with clocks that stand still. */
function given() {
  const sent: Announcement[] = []
  const time = { monotonic: 50 * second, wall: 900 * second }
  let hear = (_: Heard) => {}
  let isDown = false
  let isHanging = false
  const bus = {
    async announce(announcement: Announcement) {
      if (isDown) throw new Error("The database is away.")
      sent.push(announcement)
      if (isHanging) await new Promise(() => {})
    },
    listen(listener: (heard: Heard) => void) {
      hear = listener
      return () => {}
    },
    close: async () => {},
  }
  const lease = takeLease(bus, {
    clocks: { monotonic: () => time.monotonic, wall: () => time.wall },
  })
  onTestFinished(lease.close)
  let breaks = 0
  lease.onBreak(() => breaks++)
  return {
    lease,
    breaks: () => breaks,
    pass(ms: { readonly monotonic?: number; readonly wall?: number }) {
      time.monotonic += ms.monotonic ?? 0
      time.wall += ms.wall ?? 0
    },
    goDown: () => {
      isDown = true
    },
    hang: () => {
      isHanging = true
    },
    sent: () => sent.length,
    beat: () => hear({ kind: "missed" }),
    deliver() {
      for (const each of sent.splice(0)) hear(each)
    },
    hear: (heard: Heard) => hear(heard),
  }
}

const isSent = () => new Promise((resolve) => setImmediate(resolve))
const both = (ms: number) => ({ monotonic: ms, wall: ms })

test("a lease begins with a beat that was heard, and not with one that was sent", () => {
  const { lease, beat, deliver, breaks } = given()
  beat()
  expect(lease.holds()).toBe(false)
  deliver()
  expect(lease.holds()).toBe(true)
  expect(breaks()).toBe(1)
})

test("another process's beat is none", () => {
  const { lease, hear } = given()
  hear({ kind: "beat", from: `${crypto.randomUUID()} 1` })
  expect(lease.holds()).toBe(false)
})

test("a lease counts from before its beat was sent, however late that is heard", () => {
  const { lease, beat, deliver, pass } = given()
  beat()
  pass(both(1_500))
  deliver()
  expect(lease.holds()).toBe(true)
  pass(both(499))
  expect(lease.holds()).toBe(true)
  pass(both(1))
  expect(lease.holds()).toBe(false)
})

test.each([
  ["the monotonic clock has moved by its length", { monotonic: 2 * second }],
  ["the clock on the wall has, though a suspended machine stopped the other", { wall: 2 * second }],
  ["the clock on the wall went back", { monotonic: 10, wall: -1 }],
])("a lease is over when %s", (_, time) => {
  const { lease, beat, deliver, pass } = given()
  beat()
  deliver()
  expect(lease.holds()).toBe(true)
  pass(time)
  expect(lease.holds()).toBe(false)
})

test("a lease that is over begins again with the next beat that is heard, and what was known is worth nothing", () => {
  const { lease, beat, deliver, pass, breaks } = given()
  for (let times = 1; times < 4; times++) {
    beat()
    deliver()
    expect([lease.holds(), breaks()]).toEqual([true, times])
    pass({ wall: 10 * second })
    expect(lease.holds()).toBe(false)
  }
})

test("while beats are heard in time a lease goes on, and nothing is forgotten", async () => {
  const { lease, beat, deliver, pass, breaks } = given()
  for (let times = 0; times < 10; times++) {
    beat()
    await isSent()
    deliver()
    pass(both(1_900))
    expect(lease.holds()).toBe(true)
  }
  expect(breaks()).toBe(1)
})

test("a beat that was sent before the clock went back begins no lease", () => {
  const { lease, beat, deliver, pass } = given()
  beat()
  deliver()
  beat()
  pass({ wall: -10 * second })
  expect(lease.holds()).toBe(false)
  deliver()
  expect(lease.holds()).toBe(false)
  beat()
  deliver()
  expect(lease.holds()).toBe(true)
})

test("what settles has heard a beat that was sent after it was called", async () => {
  const { lease, beat, deliver } = given()
  beat()
  deliver()
  let isSettled = false
  beat()
  const settled = lease.settle().then(() => {
    isSettled = true
  })
  await Promise.resolve()
  expect(isSettled).toBe(false)
  deliver()
  await settled
  expect(lease.holds()).toBe(true)
})

test("what cannot settle gives the lease up, and no beat that was sent before begins one", async () => {
  const { lease, beat, deliver, breaks } = given()
  beat()
  deliver()
  beat()
  await lease.settle()
  expect([lease.holds(), breaks()]).toEqual([false, 2])
  deliver()
  expect(lease.holds()).toBe(false)
  beat()
  deliver()
  expect(lease.holds()).toBe(true)
})

test("what settles without a lease gives up the beats that are under way", async () => {
  const { lease, beat, deliver } = given()
  beat()
  await lease.settle()
  deliver()
  expect(lease.holds()).toBe(false)
})

test("a bus that is down gives no lease, and troubles nobody", async () => {
  const { lease, beat, deliver, goDown } = given()
  goDown()
  beat()
  await lease.settle()
  deliver()
  expect(lease.holds()).toBe(false)
})

test("a lease that is closed holds no more, whatever is heard", () => {
  const { lease, beat, deliver } = given()
  beat()
  deliver()
  beat()
  lease.close()
  deliver()
  expect(lease.holds()).toBe(false)
})

test("a database that hangs is sent four beats, and no more", () => {
  const { lease, beat, hang, sent, pass } = given()
  hang()
  for (let times = 0; times < 20; times++) {
    beat()
    pass(both(3_000))
  }
  expect(sent()).toBe(4)
  expect(lease.holds()).toBe(false)
})
