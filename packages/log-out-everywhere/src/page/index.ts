export { type Look, type WatchOptions, watchSession } from "./watch-session.ts"
