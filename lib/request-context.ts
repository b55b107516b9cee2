import { AsyncLocalStorage } from "node:async_hooks"

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

/** One for the process: the server and the build that it serves each have a copy of this module. */
function processWide(): AsyncLocalStorage<RequestFacts> {
  const shared = globalThis as { [key: symbol]: AsyncLocalStorage<RequestFacts> | undefined }
  const key = Symbol.for("log-out-everywhere.request")
  shared[key] ??= new AsyncLocalStorage()
  return shared[key]
}

const storage = processWide()
