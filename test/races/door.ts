/** NextAuth's endpoints over a world's database, as the app opens them. */
import NextAuth, { type DoorConfig } from "log-out-everywhere/next-auth"
import { NextRequest } from "next/server"
import Credentials from "next-auth/providers/credentials"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { loeOn } from "@/lib/auth/sessions"
import type { Person, World } from "@/test/world/people"
import { adapterOn, startOn } from "./race-parts"

const site = "https://app.example"

/**
 * NextAuth's check of a configuration remembers the kinds of providers of all that it has checked in this process, and
 * other tests have one that mails links.
 */
const nobodyMails = async () => {
  throw new Error("Nobody mails links here.")
}

export function openDoor(world: World) {
  const { connection, stores, transact } = world
  let provedId = ""
  const config: DoorConfig = {
    adapter: {
      ...adapterOn(connection),
      createVerificationToken: nobodyMails,
      useVerificationToken: nobodyMails,
    },
    secret: "the secret of a test's NextAuth",
    trustHost: true,
    useSecureCookies: true,
    cookie: { name: sessionCookieName },
    providers: [Credentials({ authorize: () => ({ id: provedId }) })],
    // An outage is no news here.
    logger: { error() {} },
    async startSession({ arrival: _, purpose: __, ...logIn }) {
      const entrance = { ...logIn, stood: null, browserSecrets: [], isReturning: false }
      const started = await startOn(connection, entrance)
      return started.ok ? { ok: true, value: started.value.issued } : started
    },
  }
  const { handlers } = NextAuth(loeOn({ tokens: stores.tokens, transact }), config)
  const request = (path: string, cookie: string, form?: Readonly<Record<string, string>>) =>
    new NextRequest(`${site}/api/auth/${path}`, {
      headers: { cookie },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    })
  async function post(path: string, cookie = ""): Promise<Response> {
    const asked = await handlers.GET(request("csrf", cookie))
    const { csrfToken } = await asked.json()
    const kept = asked.headers.getSetCookie().map((line) => line.split(";")[0])
    return handlers.POST(request(path, [cookie, ...kept].join("; "), { csrfToken }))
  }
  const cookieOf = (secret: string) => `${sessionCookieName}=${secret}`
  return {
    /** What a request with this secret is told of its session. */
    ask: (secret: string) => handlers.GET(request("session", cookieOf(secret))),
    /** The session as `useSession` gets it; null if there is none. */
    sees: async (secret: string) =>
      (await handlers.GET(request("session", cookieOf(secret)))).json(),
    logOut: (secret: string) => post("signout", cookieOf(secret)),
    logIn({ id }: Person) {
      provedId = id
      return post("callback/credentials")
    },
  }
}
