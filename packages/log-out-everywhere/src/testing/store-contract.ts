import type { ActingTokenStore } from "../core/store.ts"
import { describeForgetting } from "./acting-contract-browsers.ts"
import { describeHolding } from "./acting-contract-holding.ts"
import { describeLimits } from "./acting-contract-limits.ts"
import { describeBrowsers } from "./store-contract-browsers.ts"
import { describeEnding } from "./store-contract-ending.ts"
import { describeKeeping } from "./store-contract-keeping.ts"
import { describeRacing } from "./store-contract-racing.ts"
import { describeRaising } from "./store-contract-raising.ts"
import type { MakeStore, TestTools } from "./store-under-test.ts"

export type { MakeStore, StoreUnderTest, TestTools } from "./store-under-test.ts"

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
    describeBrowsers(makeStore, tools)
    describeRacing(makeStore, tools)
  })
}

/** The laws that `ActingTokenStore` adds to those of `TokenStore`, in the same form. */
export function describeActingTokenStore(
  name: string,
  makeStore: MakeStore<ActingTokenStore>,
  tools: TestTools,
): void {
  tools.describe(name, () => {
    describeHolding(makeStore, tools)
    describeLimits(makeStore, tools)
    describeForgetting(makeStore, tools)
  })
}
