/** What "next/headers" gives a test: there is no server around it, and nothing else is made up. */

const cookies = new Map<string, string>()
let headers = new Headers()

/** From now on this is the request. */
export function arrive(brought: {
  readonly cookies?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}): void {
  cookies.clear()
  for (const [name, value] of Object.entries(brought.cookies ?? {})) cookies.set(name, value)
  headers = new Headers(brought.headers)
}

export const nextHeaders = {
  headers: async () => headers,
  cookies: async () => ({
    get: (name: string) => {
      const value = cookies.get(name)
      return value === undefined ? undefined : { name, value }
    },
    set: (name: string, value: string) => void cookies.set(name, value),
  }),
}
