import { describeBrowsers } from "./store-contract-browsers"
import { describeEnding } from "./store-contract-ending"
import type { MakeStore, TestTools } from "./store-contract-given"
import { describeKeeping } from "./store-contract-keeping"
import { describeLimits } from "./store-contract-limits"
import { describeRacing } from "./store-contract-racing"

export type { MakeStore, StoreUnderTest, TestTools } from "./store-contract-given"

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
