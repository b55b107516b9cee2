import { AsyncLocalStorage } from "node:async_hooks"
import { processWide } from "./process-wide"

/** What the log tells of the request behind a line. */
export interface RequestFacts {
  /** Ours: nothing that a client sends. The person's page shows it where something failed. */
  readonly id: string
  readonly method: string
  /** Without the query, which may hold the secret of a link. */
  readonly path: string
}

/** Runs the answer to a request, and whatever it starts, with these facts at hand. */
export function inRequest<Value>(facts: RequestFacts, work: () => Value): Value {
  return storage.run(facts, work)
}

export const currentRequest = (): RequestFacts | undefined => storage.getStore()

const storage = processWide("request", () => new AsyncLocalStorage<RequestFacts>())
