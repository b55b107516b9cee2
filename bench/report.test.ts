import { expect, test } from "vitest"
import type { Contender } from "./contender"
import { type Figures, isMissed, keptTargets, targetsOf } from "./report"

const figures = (role: Contender["role"], medianMs: number, statements = 1): Figures => ({
  contender: { name: role, role, prepare: () => async () => null },
  medianMs,
  p99Ms: medianMs,
  rate: 1,
  statements,
})

const fastestPeer = "times the fastest peer, peer"

test.each([
  ["as fast as promised", { ours: 1.5, floor: 1, peer: 3 }, 1, []],
  ["slower than 1.5 times the floor", { ours: 1.51, floor: 1, peer: 9 }, 1, ["times the floor"]],
  ["slower than half of the fastest peer", { ours: 1.5, floor: 1, peer: 2.99 }, 1, [fastestPeer]],
  ["of two statements", { ours: 1, floor: 1, peer: 2 }, 2, ["SQL statements"]],
  ["not timed", { ours: Number.NaN, floor: 1, peer: 2 }, 1, ["times the floor", fastestPeer]],
])("a check that is %s misses what it should", (_, { ours, floor, peer }, statements, missed) => {
  const layer = [
    figures("floor", floor),
    figures("ours", ours, statements),
    figures("peer", peer),
    figures("peer", peer * 2),
    // Beside the rest: no target is measured by it.
    figures("other", floor / 10),
  ]
  expect(
    targetsOf(layer)
      .filter(isMissed)
      .map(({ what }) => what),
  ).toEqual(missed)
})

test.each([
  ["as cheap as promised", { kept: 0.005, jwt: 0.005, peer: 0.5 }, []],
  ["slower than a JWT", { kept: 0.005, jwt: 0.004, peer: 1 }, ["from memory, times the JWT"]],
  [
    "dearer than a hundredth of a peer's",
    { kept: 0.005, jwt: 1, peer: 0.4 },
    ["from memory, times Better Auth"],
  ],
  ["no matter of memory", { kept: 0.016, jwt: 1, peer: 2 }, ["ms from memory (aim 0.005)"]],
])("a check from memory that is %s misses what it should", (_, { kept, jwt, peer }, missed) => {
  const betterAuth = figures("peer", peer)
  const layer = [
    figures("kept", kept),
    figures("jwt", jwt),
    { ...betterAuth, contender: { ...betterAuth.contender, name: "Better Auth" } },
  ]
  const found = keptTargets(layer).filter(isMissed)
  expect(found.map(({ what }) => what)).toEqual(missed)
  expect(keptTargets([figures("ours", 1)])).toEqual([])
})
