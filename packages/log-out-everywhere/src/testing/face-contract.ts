import { givenFace } from "./face-contract-given.ts"
import { type MakeGround, memoryGround } from "./face-contract-ground.ts"
import { describeLiving } from "./face-contract-living.ts"
import { describeOutage } from "./face-contract-outage.ts"
import { describeOvertaking } from "./face-contract-overtaking.ts"
import { describeTurningAway } from "./face-contract-turning-away.ts"
import type { MakeFace } from "./face-under-test.ts"
import type { TestTools } from "./store-under-test.ts"

export type { FaceGround, MakeGround } from "./face-contract-ground.ts"
export type { Answer, Face, FaceWorld, MakeFace, Sent } from "./face-under-test.ts"

/**
 * The laws of a face, which is any way in for HTTP, as tests for any implementation and any test runner.
 *
 * Everything is done and seen as a browser does and sees it, but for the acts that overtake a log-in and for
 * the store that is down. `makeGround` is for a face that needs its own people, or a store; left out: in memory.
 */
export function describeFace(
  name: string,
  makeFace: MakeFace,
  tools: TestTools,
  makeGround: MakeGround = memoryGround,
): void {
  const given = () => givenFace(makeFace, makeGround)
  tools.describe(name, () => {
    describeLiving(given, tools)
    describeOvertaking(given, tools)
    describeOutage(given, tools)
    describeTurningAway(given, tools)
  })
}
