export * from "./memory-store.js"
export * from "./memory-store-under-test.js"
export * from "./store-contract.js"
