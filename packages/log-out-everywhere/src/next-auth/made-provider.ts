import type { DoorConfig } from "./door.ts"

type Provider = DoorConfig["providers"][number]
type MadeProvider = Exclude<Provider, (...given: never[]) => unknown>

/** A provider as it is, and one that is a function as NextAuth calls it first. */
export function madeProvider(provider: Provider): MadeProvider {
  if (typeof provider !== "function") return provider
  const make: (config: object) => MadeProvider = provider
  return make({})
}
