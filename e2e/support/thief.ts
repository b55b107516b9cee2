import { sessionCookieName } from "@/test/http/session-cookie"

export interface Answer {
  readonly status: number
  readonly location: string | null
  readonly headers: Headers
  readonly body: string
}

export type Ask = (path: string, init?: RequestInit) => Promise<Answer>

/** Plain HTTP with a copied cookie: what a thief can do with it, without any browser. */
export function thief(address: string, secret: string): Ask {
  return async (path, init = {}) => {
    const headers = new Headers(init.headers)
    headers.set("cookie", `${sessionCookieName}=${secret}`)
    const response = await fetch(new URL(path, address), { ...init, headers, redirect: "manual" })
    const location = response.headers.get("location")
    return {
      status: response.status,
      location: location && new URL(location, address).pathname,
      headers: response.headers,
      body: await response.text(),
    }
  }
}
