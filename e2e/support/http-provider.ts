import { HttpClient } from "@/test/http/http-client"
import type { Identity } from "./at-provider"

interface Visit {
  /** How long ago the provider says that the person logged in. */
  readonly ageS?: number
  readonly isCancelled?: boolean
  /** The provider does not say that the address is the person's own. */
  readonly isUnverified?: boolean
  /** What the person at the browser changes on the way to the provider. */
  readonly tamper?: (query: URLSearchParams) => void
}

/** A browser that goes back and forth between the app and the provider, without the browser. */
export class ProviderVisitor {
  readonly app: HttpClient
  readonly #appOrigin: string
  #provider: HttpClient | undefined

  constructor(appOrigin: string) {
    this.app = new HttpClient(appOrigin)
    this.#appOrigin = appOrigin
  }

  /** The whole log-in. Answers where the app sends the person in the end. */
  async logIn(identity: Identity, visit: Visit = {}): Promise<string> {
    return this.comeBack(await this.visit(await this.startLogIn(), identity, visit))
  }

  /** Where the app sends the person who wants to log in at the provider. */
  async startLogIn(): Promise<string> {
    const csrfToken = await this.app.csrfToken()
    const { location } = await this.app.post("/api/auth/signin/oidc", { csrfToken })
    return location ?? ""
  }

  /** Logs in at the provider, where it asks. Answers where it sends the person: to the app's callback. */
  async visit(authorization: string, identity: Identity, visit: Visit = {}): Promise<string> {
    const start = new URL(authorization)
    visit.tamper?.(start.searchParams)
    this.#provider ??= new HttpClient(start.origin)
    let next = start.pathname + start.search
    while (!next.startsWith(this.#appOrigin)) {
      const isLogInPage = next.startsWith("/log-in/")
      const { location, status } = isLogInPage
        ? await this.#provider.post(next, formOf(identity, visit))
        : await this.#provider.ask(next)
      if (!location) throw new Error(`The provider answers ${status}.`)
      next = location.replace(start.origin, "")
    }
    return next
  }

  async comeBack(callback: string): Promise<string> {
    const { pathname, search } = new URL(callback)
    const { location } = await this.app.ask(pathname + search)
    return (location ?? "").replace(this.#appOrigin, "")
  }
}

function formOf({ account, email }: Identity, { ageS = 0, isCancelled, isUnverified }: Visit) {
  const form = { account, email, age: String(ageS), ...(isUnverified && { unverified: "on" }) }
  return isCancelled ? { ...form, cancel: "on" } : form
}
