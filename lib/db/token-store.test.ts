import { describeTokenStore } from "log-out-everywhere/testing"
import { afterAll, describe, expect, test } from "vitest"
import { storeUnderTest } from "@/scripts/store-under-test"
import { createWorld } from "@/scripts/test-people"

const world = await createWorld()
afterAll(world.close)

describeTokenStore("PostgreSQL", () => storeUnderTest(world), { describe, test, expect })
