/** Calls of the API's own handlers, as Next would make them. */

import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { addressHeader } from "@/lib/auth/request-facts"
import { arrive } from "./fake-request"

export interface Call {
  readonly method: string
  /** Below /api/v1, with parameters in braces. */
  readonly path: string
  readonly id?: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: BodyInit
  readonly bearer?: string
  readonly cookie?: string
  readonly address?: string
}

export interface ApiAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Record<string, unknown> | null
}

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>

export type Routes = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Takes the routes by their files' names, as from the folder of the version. */
export function caller(routes: Routes) {
  return async (call: Call): Promise<ApiAnswer> => {
    const { method, path, id = "", query = "", bearer, cookie, address = "192.0.2.9" } = call
    const handler = routes[`.${path.replace("{id}", "[id]")}/route.ts`]?.[method] as Handler
    arrive({ cookies: cookie ? { [sessionCookieName]: cookie } : {} })
    const headers = new Headers({ [addressHeader]: address, ...call.headers })
    if (bearer !== undefined) headers.set("authorization", `Bearer ${bearer}`)
    const url = `http://localhost/api/v1${path.replace("{id}", encodeURIComponent(id))}${query}`
    const request = new Request(url, { method, headers, ...(call.body && { body: call.body }) })
    const response = await handler(request, { params: Promise.resolve(id ? { id } : undefined) })
    const text = await response.text()
    const json = text === "" ? null : JSON.parse(text)
    return { status: response.status, headers: response.headers, text, json }
  }
}
