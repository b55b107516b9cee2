/** One for the process: the server and the build that it serves each have a copy of every module. */
export function processWide<Value>(name: string, make: () => Value): Value {
  const shared = globalThis as { [key: symbol]: Value | undefined }
  const key = Symbol.for(`log-out-everywhere.${name}`)
  shared[key] ??= make()
  return shared[key]
}
