export type * from "./action.ts"
export * from "./next.ts"
