import { randomUUID } from "node:crypto"
import type { ActingTokenStore } from "../core/store.ts"
import { type MemoryStore, memoryStore } from "./memory-store.ts"
import type { StoreUnderTest } from "./store-under-test.ts"

/** A memory store, empty if none is given, as the contract takes it. */
export function memoryStoreUnderTest(
  store: MemoryStore = memoryStore(() => new Date()),
): StoreUnderTest<ActingTokenStore> {
  const { owners, generations } = store
  const change = async (id: string, changed: { isDisabled: boolean } | { epoch: number }) => {
    const owner = owners.get(id)
    if (owner) owners.set(id, { ...owner, ...changed })
  }
  return {
    store,
    transact: (work) => work(store),
    now: async () => new Date(),
    async addOwner() {
      const id = randomUUID()
      owners.set(id, { id, epoch: 0, role: "user", isDisabled: false })
      return id
    },
    setDisabled: (id, isDisabled) => change(id, { isDisabled }),
    setEpoch: (id, epoch) => change(id, { epoch }),
    async raiseGeneration(purpose) {
      generations.set(purpose, (generations.get(purpose) ?? 0) + 1)
    },
  }
}
