import { describe, expect, test } from "vitest"
import { memoryStoreUnderTest } from "./memory-store-under-test.ts"
import { describeTokenStore } from "./store-contract.ts"

describeTokenStore("the memory store", memoryStoreUnderTest, { describe, test, expect })
