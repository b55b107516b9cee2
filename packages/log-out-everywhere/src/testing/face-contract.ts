import type { MakeFace } from "./face-contract-given.ts"
import { describeLiving } from "./face-contract-living.ts"
import { describeOutage } from "./face-contract-outage.ts"
import { describeOvertaking } from "./face-contract-overtaking.ts"
import { describeTurningAway } from "./face-contract-turning-away.ts"
import type { TestTools } from "./store-contract-given.ts"

export type { Answer, Face, FaceWorld, MakeFace, Sent } from "./face-contract-given.ts"

/**
 * The laws of a face, which is any way in for HTTP, as tests for any implementation and any test runner.
 *
 * Everything is done and seen as a browser does and sees it, but for the acts that overtake a log-in and for
 * the store that is down.
 */
export function describeFace(name: string, makeFace: MakeFace, tools: TestTools): void {
  tools.describe(name, () => {
    describeLiving(makeFace, tools)
    describeOvertaking(makeFace, tools)
    describeOutage(makeFace, tools)
    describeTurningAway(makeFace, tools)
  })
}
