/** What "next/headers" gives a test: there is no server around it, and nothing else is made up. */

const jar = new Map<string, string>()
let arrived = new Headers()

/** From now on this is the request. */
export function arrive(brought: {
  readonly cookies?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}): void {
  jar.clear()
  for (const [name, value] of Object.entries(brought.cookies ?? {})) jar.set(name, value)
  arrived = new Headers(brought.headers)
}

export const headers = async () => arrived

export const cookies = async () => ({
  get: (name: string) => {
    const value = jar.get(name)
    return value === undefined ? undefined : { name, value }
  },
  set: (name: string, value: string) => void jar.set(name, value),
})

export const nextHeaders = { headers, cookies }
