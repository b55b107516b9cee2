import { RequestCookies, ResponseCookies } from "next/dist/compiled/@edge-runtime/cookies"

/** What "next/headers" gives a test: Next's own cookies, with no server around them. */

let headers = new Headers()
let answered = new ResponseCookies(new Headers())
let brought = new RequestCookies(headers)

/** From now on this is the request. */
export function arrive(sent: Readonly<Record<string, string>>): void {
  headers = new Headers(sent)
  brought = new RequestCookies(headers)
  answered = new ResponseCookies(new Headers())
}

/** The `Set-Cookie` headers of the answer to this request. */
export const setCookies = (): readonly string[] => answered.getAll().map((each) => textOf(each))

function textOf(cookie: ReturnType<ResponseCookies["getAll"]>[number]): string {
  const headers = new Headers()
  new ResponseCookies(headers).set(cookie)
  return headers.getSetCookie()[0] ?? ""
}

export const nextHeaders = {
  headers: async () => headers,
  cookies: async () => ({
    get: (name: string) => answered.get(name) ?? brought.get(name),
    set: (...cookie: Parameters<ResponseCookies["set"]>) => answered.set(...cookie),
  }),
}
