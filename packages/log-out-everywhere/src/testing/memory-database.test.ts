import { describe, expect, test } from "vitest"
import { hashSecret } from "../core/secret.ts"
import { memoryDatabase } from "./memory-database.ts"
import { memoryStoreUnderTest } from "./memory-store-under-test.ts"
import { describeTokenStore } from "./store-contract.ts"
import { given } from "./store-contract-given.ts"

const makeStore = () => {
  const { tokens, transact } = memoryDatabase()
  const world = memoryStoreUnderTest(tokens)
  return { ...world, transact: <T>(work: (store: typeof tokens) => Promise<T>) => transact(work) }
}

describeTokenStore("a memory database", makeStore, { describe, test, expect })

test("what a transaction throws undoes all that it did, the app's own writes last", async () => {
  const { tokens, transact } = memoryDatabase()
  const { ann, keep, statusOf, because } = await given(() => memoryStoreUnderTest(tokens))
  const kept = await keep(ann)
  const undone: string[] = []
  const failing = transact(async (store, _, tx) => {
    for (const each of ["first", "second"]) tx.onRollback(() => void undone.push(each))
    await store.raiseEpoch(ann, because("password_change"), { purposes: ["session"] })
    throw new Error("The disk is full.")
  })
  await expect(failing).rejects.toThrow("The disk is full.")
  expect(undone).toEqual(["second", "first"])
  expect(await statusOf(kept)).toBe("active")
  expect((await tokens.findByHash(hashSecret(kept.secret)))?.owner.epoch).toBe(0)
})

test("transactions run one after the other, whatever became of the one before", async () => {
  const { transact } = memoryDatabase()
  const steps: string[] = []
  const run = (name: string) =>
    transact(async () => {
      steps.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve))
      steps.push(`${name} ends`)
      if (name === "one") throw new Error(name)
    })
  await Promise.allSettled([run("one"), run("two")])
  expect(steps).toEqual(["one begins", "one ends", "two begins", "two ends"])
})
