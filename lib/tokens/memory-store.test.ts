import { describe, expect, test } from "vitest"
import { memoryStoreUnderTest } from "./memory-store-under-test"
import { describeTokenStore } from "./store-contract"

describeTokenStore("the memory store", memoryStoreUnderTest, { describe, test, expect })
