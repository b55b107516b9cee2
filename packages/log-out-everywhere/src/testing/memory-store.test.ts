import { describe, expect, test } from "vitest"
import { memoryStoreUnderTest } from "./memory-store-under-test.js"
import { describeTokenStore } from "./store-contract.js"

describeTokenStore("the memory store", memoryStoreUnderTest, { describe, test, expect })
