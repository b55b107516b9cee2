"use client"

export type { SessionAct, SessionActions, SessionActProps } from "./acts.tsx"
export { SessionList, type SessionListProps } from "./session-list.tsx"
export type { ShownSession } from "./shown-session.ts"
export type { SessionListWords } from "./words.ts"
