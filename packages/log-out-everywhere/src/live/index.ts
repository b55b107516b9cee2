export type { Announcement, Heard, RevocationBus } from "./bus.ts"
export { memoryBus } from "./memory-bus.ts"
