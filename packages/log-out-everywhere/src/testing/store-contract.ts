import { describeBrowsers } from "./store-contract-browsers.ts"
import { describeEnding } from "./store-contract-ending.ts"
import type { MakeStore, TestTools } from "./store-contract-given.ts"
import { describeKeeping } from "./store-contract-keeping.ts"
import { describeLimits } from "./store-contract-limits.ts"
import { describeRacing } from "./store-contract-racing.ts"
import { describeRaising } from "./store-contract-raising.ts"

export type { MakeStore, StoreUnderTest, TestTools } from "./store-contract-given.ts"

/**
 * The laws of `TokenStore` as tests, for any implementation and any test runner.
 *
 * What a method did is seen through another one, never through its own answer alone.
 */
export function describeTokenStore(name: string, makeStore: MakeStore, tools: TestTools): void {
  tools.describe(name, () => {
    describeKeeping(makeStore, tools)
    describeEnding(makeStore, tools)
    describeRaising(makeStore, tools)
    describeLimits(makeStore, tools)
    describeBrowsers(makeStore, tools)
    describeRacing(makeStore, tools)
  })
}
