import { describeActingTokenStore, describeTokenStore } from "log-out-everywhere/testing"
import { afterAll, describe, expect, test } from "vitest"
import { createWorld } from "@/test/world/people"
import { storeUnderTest } from "@/test/world/store-under-test"

const world = await createWorld()
afterAll(world.close)

const name = "the app's store, on pg and in Prisma's transactions"
describeTokenStore(name, () => storeUnderTest(world), { describe, test, expect })
describeActingTokenStore(name, () => storeUnderTest(world), { describe, test, expect })
