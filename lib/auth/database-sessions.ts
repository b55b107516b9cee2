import { newSecret } from "log-out-everywhere"
import { AuthError, type DefaultSession, type NextAuthConfig } from "next-auth"
import { z } from "zod"
import type { Role } from "@/lib/users/user"
import type { TimedSession } from "./adapter-clock"
import type { SessionAdapter } from "./adapter-parts"
import { currentLogIn } from "./log-in-context"
import { cookieOptions, sessionCookieName } from "./session-cookie"

declare module "next-auth" {
  interface User {
    role?: Role
  }
  interface Session {
    user: { id: string; role: Role } & DefaultSession["user"]
  }
}

/** Such a log-in would lose the epoch of its proof, its device, and what ends with it. */
const outsideOfLogIn =
  "Call signIn inside runLogIn, and export the handlers through guarded: see lib/auth/handlers.ts"

const maxAgeS = 30 * 24 * 60 * 60

/** NextAuth hands on what the adapter gave it. */
const deadlineOf = (session: Partial<TimedSession>) => z.date().parse(session.deadline)

/**
 * The part of a NextAuth configuration that makes database sessions work for every way to log in.
 *
 * NextAuth encodes a JWT for a password log-in whatever the strategy, and puts it into the session
 * cookie, where no row matches it. The `jwt` hooks, which only that path reaches, put a row's secret
 * there instead.
 */
export function databaseSessions(adapter: SessionAdapter) {
  return {
    adapter,
    useSecureCookies: true,
    cookies: { sessionToken: { name: sessionCookieName, options: cookieOptions } },
    // With updateAge equal to maxAge NextAuth never extends a session: touch is the only writer.
    session: { maxAge: maxAgeS, updateAge: maxAgeS, generateSessionToken: newSecret },
    callbacks: {
      async jwt({ token, user, account }) {
        if (account?.type !== "credentials") return token
        if (!currentLogIn()) throw new AuthError(outsideOfLogIn)
        const userId = z.string().parse(user.id)
        // Asked for by nobody: the policy says when it expires.
        const asked = { sessionToken: newSecret(), userId, expires: new Date(0) }
        const { sessionToken } = await adapter.createSession(asked)
        return { sessionToken }
      },
      // Field by field: GET /api/auth/session publishes this, and was handed the whole row.
      session: ({ session, user: { id, name, email, image, role } }) => ({
        user: { id, name: name ?? null, email, image: image ?? null, role: role ?? "user" },
        expires: deadlineOf(session).toISOString() as typeof session.expires,
      }),
    },
    jwt: {
      encode: async ({ token }) => z.string().parse(token?.sessionToken),
      decode: async () => null,
    },
  } satisfies Partial<NextAuthConfig>
}
