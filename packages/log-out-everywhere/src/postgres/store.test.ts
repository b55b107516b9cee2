import { afterAll, describe, expect, test } from "vitest"
import { adopterUnderTest, createAdopter } from "@/test/adopters/adopter"
import { describeActingTokenStore, describeTokenStore } from "../testing/store-contract.ts"
import { idTypes } from "./layout.ts"

const tools = { describe, test, expect }

for (const type of idTypes) {
  const adopter = await createAdopter(type)
  afterAll(adopter.close)
  const name = `PostgreSQL, with users whose ids are ${type}`
  describeTokenStore(name, () => adopterUnderTest(adopter), tools)
  describeActingTokenStore(name, () => adopterUnderTest(adopter), tools)
}
