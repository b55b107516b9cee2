import NextAuth, { type DefaultSession, type NextAuthConfig } from "next-auth"
import Credentials from "next-auth/providers/credentials"
import { z } from "zod"
import { authentication } from "@/authentication"
import { sessionAdapter } from "@/lib/auth/adapter"
import { admit } from "@/lib/auth/admit"
import { authorize } from "@/lib/auth/authorize"
import { nextAuthProviders } from "@/lib/auth/providers"
import { cookieOptions, sessionCookieName } from "@/lib/auth/session-cookie"
import { connection } from "@/lib/db/client"
import { stores, transact } from "@/lib/db/stores"
import { verificationLinks } from "@/lib/db/verification-links"
import { log } from "@/lib/log"
import { settings } from "@/lib/settings"
import { newSecret } from "@/lib/tokens"
import type { Role } from "@/lib/users/user"

declare module "next-auth" {
  interface User {
    role?: Role
  }
  interface Session {
    user: { id: string; role: Role } & DefaultSession["user"]
  }
}

const maxAgeS = 30 * 24 * 60 * 60

export const adapter = sessionAdapter({
  stores,
  transact,
  links: () => verificationLinks(connection()),
  policy: authentication.policy,
  isSignUpOpen: () => settings().signUp === "open",
})

/** The one NextAuth configuration. A function, so that building needs no settings. */
export const { handlers, auth, signIn } = NextAuth(
  (): NextAuthConfig => ({
    adapter,
    secret: settings().authSecret,
    trustHost: true,
    useSecureCookies: true,
    cookies: { sessionToken: { name: sessionCookieName, options: cookieOptions } },
    pages: { signIn: "/login", signOut: "/log-out", error: "/login" },
    // With updateAge equal to maxAge NextAuth never extends a session: touch is the only writer.
    session: { maxAge: maxAgeS, updateAge: maxAgeS, generateSessionToken: newSecret },
    providers: [
      Credentials({ credentials: { email: {}, password: {}, remember: {} }, authorize }),
      ...nextAuthProviders(),
    ],
    // NextAuth encodes a JWT for a password log-in whatever the strategy, and puts it into the session
    // cookie. These hooks, which only that path reaches, put a row's secret there instead.
    callbacks: {
      async jwt({ token, user, account }) {
        if (account?.type !== "credentials") return token
        const userId = z.string().parse(user.id)
        const { sessionToken } = await adapter.createSession({
          sessionToken: newSecret(),
          userId,
          expires: new Date(),
        })
        return { sessionToken }
      },
      signIn: ({ account, profile }) => admit(account, profile),
      // Field by field: this is what GET /api/auth/session publishes, and it was handed the whole row.
      session: ({ session, user: { id, name, email, image, role } }) => ({
        user: { id, name: name ?? null, email, image: image ?? null, role: role ?? "user" },
        expires: new Date(session.expires).toISOString() as typeof session.expires,
      }),
    },
    jwt: {
      encode: async ({ token }) => z.string().parse(token?.sessionToken),
      decode: async () => null,
    },
    logger: {
      error: (error) =>
        log().warn({ type: error.name, cause: causeOf(error) }, "NextAuth refused a request"),
      warn: (code) => log().debug({ code }, "NextAuth warns"),
      debug: () => {},
    },
  }),
)

/** The name alone: messages and details of adapters' errors can carry what was submitted. */
function causeOf({ cause }: Error): string | undefined {
  const inner = cause instanceof Error ? cause : (cause as { err?: unknown } | undefined)?.err
  return inner instanceof Error ? inner.name : undefined
}
