import { NextRequest } from "next/server.js"
import { customFetch, type NextAuthConfig, type Profile } from "next-auth"
import Credentials from "next-auth/providers/credentials"
import { options } from "../../acts/facade-under-test.ts"
import { type LogOutEverywhere, logOutEverywhere } from "../../acts/log-out-everywhere.ts"
import { defineAuthentication } from "../../core/authentication.ts"
import { memoryDatabase } from "../../testing/memory-database.ts"
import type { DoorConfig } from "../door.ts"
import { NextAuth } from "../next-auth.ts"
import { PeopleAdapter } from "./people-under-test.ts"

export const site = "https://app.example"
export const cookieName = "__Host-loe-session"
export const secret = "the secret of a test's NextAuth"

/** An app with two people, which knows nothing of rows but for its import. */
export function givenApp(
  change: Partial<DoorConfig> = {},
  through: (loe: LogOutEverywhere) => LogOutEverywhere = (loe) => loe,
) {
  let now = Date.now()
  const database = memoryDatabase(() => new Date(now))
  const app = new PeopleAdapter(database)
  for (const name of ["ann", "bob"]) app.add(name)
  const loe = logOutEverywhere({ authentication: defineAuthentication(options), store: database })

  const problems: string[] = []
  let meanwhile = async () => {}
  const config: DoorConfig = {
    adapter: app,
    secret,
    trustHost: true,
    useSecureCookies: true,
    pages: { signIn: "/login" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        // As it was: it reads the hash, compares, and knows nothing of marks.
        async authorize({ email, password }) {
          const person = await app.getUserByEmail(String(email))
          const isRight = person?.passwordHash === `hash of ${password}`
          await meanwhile()
          return person && isRight ? { ...person } : null
        },
      }),
    ],
    logger: { error: ({ message }) => void problems.push(message) },
    ...change,
  }
  const door = NextAuth(through(loe), config)
  return {
    ...{ app, loe, database, door, config, problems },
    newBrowser: () => newBrowser(door.handlers),
    /** What happens between the reading of a hash and the answer of `authorize`. */
    overtakeBy(act: () => Promise<unknown>) {
      meanwhile = async () => void (await act())
    },
    pass(ms: number) {
      now += ms
    },
    async changePassword(id: string, password: string) {
      await database.transact(async (_, __, tx) => {
        const person = app.people.get(id)
        if (person) person.passwordHash = `hash of ${password}`
        await loe.in(tx).passwordChanged(id, { keep: null })
      })
    },
  }
}

/** An OAuth provider that answers with one profile after the other, without a network. */
export function providerOf(profileOf: () => Profile): NextAuthConfig["providers"][number] {
  const answers: Readonly<Record<string, () => object>> = {
    "/token": () => ({ access_token: "of the provider", token_type: "bearer" }),
    "/userinfo": profileOf,
  }
  return {
    ...{ id: "elsewhere", name: "Elsewhere", type: "oauth", clientId: "app", clientSecret: "x" },
    ...{ checks: ["state"], authorization: "https://elsewhere.example/authorize" },
    ...{ token: "https://elsewhere.example/token", userinfo: "https://elsewhere.example/userinfo" },
    profile: ({ sub, name, email }: Profile) => ({
      id: String(sub),
      name: name ?? null,
      email: email ?? null,
    }),
    [customFetch]: async (input: RequestInfo | URL) => {
      const { pathname } = new URL(input instanceof Request ? input.url : String(input))
      return Response.json(answers[pathname]?.() ?? {})
    },
  } as NextAuthConfig["providers"][number]
}

/** A browser that keeps its cookies as one does. */
export function newBrowser(handlers: ReturnType<typeof NextAuth>["handlers"]) {
  const jar = new Map<string, string>()
  async function ask(path: string, form?: Readonly<Record<string, string>>) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ")
    const init = form ? { method: "POST", body: new URLSearchParams(form) } : {}
    const headers = { cookie, "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" }
    const request = new NextRequest(`${site}/api/auth/${path}`, { ...init, headers })
    const answer = await handlers[form ? "POST" : "GET"](request)
    const setCookies = answer.headers.getSetCookie()
    for (const line of setCookies) {
      const [pair = ""] = line.split(";")
      const [name = "", ...value] = pair.split("=")
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value.join("="))
    }
    const location = answer.headers.get("Location")
    return { status: answer.status, setCookies, location, body: await answer.text() }
  }
  const post = async (path: string, form: Readonly<Record<string, string>> = {}) =>
    ask(path, { csrfToken: JSON.parse((await ask("csrf")).body).csrfToken, ...form })
  return {
    jar,
    ask,
    post,
    logIn: (name: string, password = `${name}'s`) =>
      post("callback/credentials", { email: `${name}@example.com`, password }),
    /** Goes to the provider and comes back. */
    async logInElsewhere() {
      const { location } = await post("signin/elsewhere")
      const state = new URL(location ?? "").searchParams.get("state")
      return ask(`callback/elsewhere?${new URLSearchParams({ code: "x", state: state ?? "" })}`)
    },
    /** Whose name `useSession` would show. */
    async sees(): Promise<string | null> {
      return JSON.parse((await ask("session")).body)?.user?.name ?? null
    },
  }
}
