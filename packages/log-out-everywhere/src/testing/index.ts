export * from "./memory-database.ts"
export * from "./memory-store.ts"
export * from "./memory-store-under-test.ts"
export * from "./store-contract.ts"
