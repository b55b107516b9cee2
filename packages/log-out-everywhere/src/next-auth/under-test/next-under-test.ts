/** What Next says of the request that is being answered, for tests that put it in the place of Next's modules. */
export const next = {
  jar: new Map<string, string>(),
  /** Of each cookie that was set. */
  options: new Map<string, object>(),
  extra: {} as Record<string, string>,
  isRendering: false,
}

export function startAgain(): void {
  next.jar.clear()
  next.extra = {}
  next.isRendering = false
}

export function sentHeaders(): Headers {
  const cookie = [...next.jar].map(([name, value]) => `${name}=${value}`).join("; ")
  return new Headers({ cookie, host: "app.example", "x-forwarded-proto": "https", ...next.extra })
}

/** In place of "next/headers.js". */
export const nextHeaders = {
  headers: async () => sentHeaders(),
  cookies: async () => ({
    set(name: string, value: string, options: { readonly maxAge?: number }) {
      next.options.set(name, options)
      if (options.maxAge === 0) next.jar.delete(name)
      else next.jar.set(name, value)
    },
  }),
}

/** In place of "react": only a render keeps what it has asked for. */
export const react = {
  cache(make: () => object) {
    const kept = make()
    return () => (next.isRendering ? kept : make())
  },
}

/** Where a redirect goes, which Next throws. */
export async function redirected(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (thrown) => thrown,
  )
  return String((error as { readonly digest?: string }).digest).split(";")[2] ?? ""
}
