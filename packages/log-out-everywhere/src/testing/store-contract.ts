import { describeBrowsers } from "./store-contract-browsers.js"
import { describeEnding } from "./store-contract-ending.js"
import type { MakeStore, TestTools } from "./store-contract-given.js"
import { describeKeeping } from "./store-contract-keeping.js"
import { describeLimits } from "./store-contract-limits.js"
import { describeRacing } from "./store-contract-racing.js"

export type { MakeStore, StoreUnderTest, TestTools } from "./store-contract-given.js"

/**
 * The laws of `TokenStore` as tests, for any implementation and any test runner.
 *
 * What a method did is seen through another one, never through its own answer alone.
 */
export function describeTokenStore(name: string, makeStore: MakeStore, tools: TestTools): void {
  tools.describe(name, () => {
    describeKeeping(makeStore, tools)
    describeEnding(makeStore, tools)
    describeLimits(makeStore, tools)
    describeBrowsers(makeStore, tools)
    describeRacing(makeStore, tools)
  })
}
