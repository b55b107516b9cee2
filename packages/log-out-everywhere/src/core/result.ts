/** The outcome of an operation whose failures its caller must answer for. */
export type Result<Value, Failure extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const
export const fail = <Failure extends string>(failure: Failure) => ({ ok: false, failure }) as const
