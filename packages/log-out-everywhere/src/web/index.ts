export * from "./cookie.ts"
export * from "./request.ts"
export * from "./web.ts"
