export { answerLive, streamHeaders } from "./answer.ts"
export type { Announcement, Heard, RevocationBus } from "./bus.ts"
export {
  type CacheOptions,
  cachedDatabase,
  maxLeaseMs,
  settling,
  type TokenCache,
  tokenCache,
} from "./cache.ts"
export { type Clocks, type Lease, type LeaseOptions, takeLease } from "./lease.ts"
export { memoryBus } from "./memory-bus.ts"
export type { Presence, StreamedSession } from "./presence.ts"
export type { Sink } from "./sink.ts"
export {
  type LiveStreams,
  liveStreams,
  type NoStream,
  type StreamsOptions,
} from "./streams.ts"
