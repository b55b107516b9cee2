export * from "next-auth"
export type { Adapter } from "next-auth/adapters"
export type { DoorConfig, Link, LogIn, LogInFailure } from "./door.ts"
export { type DoorResult, NextAuth, NextAuth as default } from "./next-auth.ts"
