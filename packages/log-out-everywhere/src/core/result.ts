/** The outcome of an operation whose failures its caller must answer for. */
export type Result<Value, Failure extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

/** It worked, and this came of it. */
export const ok = <Value>(value: Value) => ({ ok: true, value }) as const
/** It did not work, for a reason that the caller knows by name. `Transact` rolls back for it. */
export const fail = <Failure extends string>(failure: Failure) => ({ ok: false, failure }) as const
