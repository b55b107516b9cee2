import { describe, expect, test, vi } from "vitest"
import { hashSecret, newSecret } from "../core/secret.ts"
import { markLifetimeMs } from "../core/store.ts"
import { memoryStoreUnderTest } from "./memory-store-under-test.ts"
import { describeActingTokenStore, describeTokenStore } from "./store-contract.ts"
import { given } from "./store-contract-given.ts"

describeTokenStore("a memory store", memoryStoreUnderTest, { describe, test, expect })
describeActingTokenStore("a memory store", memoryStoreUnderTest, { describe, test, expect })

test("a mark is worth nothing once it is older than ten minutes", async () => {
  const { store, ann, newToken } = await given(memoryStoreUnderTest)
  vi.useFakeTimers({ toFake: ["Date"] })
  const marked = newToken(ann, { mark: await store.mark() })
  vi.advanceTimersByTime(markLifetimeMs)
  expect(await store.insert(marked, hashSecret(newSecret()))).not.toBe(null)
  vi.advanceTimersByTime(1)
  expect(await store.insert(marked, hashSecret(newSecret()))).toBe(null)
  vi.useRealTimers()
})
