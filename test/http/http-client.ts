import { randomBytes } from "node:crypto"

/** An answer, with its body read. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  readonly location: string | null
  readonly setCookies: readonly string[]
  readonly body: string
}

/** Plain HTTP with a cookie jar: an attacker's tool, which no browser's rules hold back. */
export class HttpClient {
  readonly cookies = new Map<string, string>()
  readonly #origin: string
  readonly #headers: Readonly<Record<string, string>>

  constructor(origin: string, headers: Readonly<Record<string, string>> = {}) {
    this.#origin = origin
    this.#headers = { "X-Forwarded-For": newAddress(), ...headers }
  }

  async ask(path: string, init: RequestInit = {}): Promise<HttpAnswer> {
    const headers = new Headers({
      ...this.#headers,
      ...Object.fromEntries(new Headers(init.headers)),
    })
    if (this.cookies.size > 0) headers.set("cookie", this.#cookieLine())
    const answer = await fetch(this.#origin + path, { ...init, headers, redirect: "manual" })
    const setCookies = answer.headers.getSetCookie()
    for (const line of setCookies) this.#keep(line)
    const location = answer.headers.get("location")
    return { ...pick(answer), location, setCookies, body: await answer.text() }
  }

  post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
    return this.ask(path, { method: "POST", body: new URLSearchParams(form), headers })
  }

  async csrfToken(): Promise<string> {
    return JSON.parse((await this.ask("/api/auth/csrf")).body).csrfToken
  }

  /** Past the form, straight at NextAuth's endpoint. */
  async logIn(
    person: { readonly email: string; readonly password: string },
    headers: Record<string, string> = {},
  ): Promise<HttpAnswer> {
    const { email, password } = person
    const form = { csrfToken: await this.csrfToken(), email, password }
    return this.post("/api/auth/callback/credentials", form, headers)
  }

  async isLoggedIn(): Promise<boolean> {
    return (await this.ask("/api/auth/session")).body !== "null"
  }

  #cookieLine(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
  }

  #keep(line: string) {
    const [pair = ""] = line.split(";")
    const [name = "", ...value] = pair.split("=")
    if (/max-age=0/i.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, value.join("="))
  }
}

/** An address that nobody else has, in its own network: throttling counts by network. */
export function newAddress(): string {
  return `2001:db8:${randomBytes(4)
    .toString("hex")
    .replace(/(.{4})/, "$1:")}::1`
}

const pick = ({ status, headers }: Response) => ({ status, headers })
