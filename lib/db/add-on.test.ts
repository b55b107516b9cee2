import { describeActingTokenStore, describeTokenStore } from "log-out-everywhere/testing"
import { afterAll, describe, expect, test } from "vitest"
import { storeUnderTest } from "@/scripts/store-under-test"
import { createWorld } from "@/scripts/test-people"

const world = await createWorld()
afterAll(world.close)

const name = "the app's store, on pg and in Prisma's transactions"
describeTokenStore(name, () => storeUnderTest(world), { describe, test, expect })
describeActingTokenStore(name, () => storeUnderTest(world), { describe, test, expect })
