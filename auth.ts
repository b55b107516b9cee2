import NextAuth, { type DefaultSession, type DoorConfig } from "log-out-everywhere/next-auth"
import type { NextRequest } from "next/server"
import Credentials from "next-auth/providers/credentials"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { peopleAdapter } from "@/lib/auth/next-auth/adapter"
import { admit } from "@/lib/auth/next-auth/admit"
import { authorize } from "@/lib/auth/next-auth/authorize"
import { beginSession } from "@/lib/auth/next-auth/begin-session"
import { nextAuthLogger } from "@/lib/auth/next-auth/logger"
import { nextAuthProviders } from "@/lib/auth/providers/providers"
import { onThisSite } from "@/lib/auth/request"
import { loe } from "@/lib/auth/sessions"
import { parts } from "@/lib/db/parts"
import { keysFor } from "@/lib/keys"
import type { Role } from "@/lib/names/role"

declare module "next-auth" {
  interface User {
    role?: Role
    /** As it stood beside the proof. */
    epoch?: number
  }
  interface Session {
    user: { id: string; role: Role } & DefaultSession["user"]
  }
}

/** The first one seals NextAuth's cookies, and each of them opens them. */
const nextAuthSecrets = () =>
  keysFor("next-auth").map(({ bytes }) => Buffer.from(bytes).toString("base64url"))

/** The one NextAuth configuration. A function, so that building needs no settings. */
const configFor = (request: NextRequest | undefined): DoorConfig => ({
  adapter: peopleAdapter(parts()),
  secret: nextAuthSecrets(),
  // Origins come from AUTH_URL, never from a request's own headers.
  trustHost: true,
  useSecureCookies: true,
  cookie: { name: sessionCookieName },
  pages: { signIn: "/login", signOut: "/log-out", error: "/login", verifyRequest: "/login" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {}, remember: {}, returning: {} },
      authorize,
    }),
    ...nextAuthProviders(),
  ],
  callbacks: {
    signIn: (arrival) => admit(arrival, request),
    redirect: ({ url, baseUrl }) => onThisSite(url, baseUrl),
    // Field by field: GET /api/auth/session publishes this.
    session: ({ session: { expires }, user: { id, name, email, image, role } }) => ({
      user: { id, name: name ?? null, email, image: image ?? null, role: role ?? "user" },
      expires: new Date(expires).toISOString() as typeof expires,
    }),
  },
  // `admit` asks that of strangers, and of nobody else.
  isVerified: () => true,
  isRemembered: (_, credentials) => credentials?.remember === "on",
  startSession: beginSession,
  logger: nextAuthLogger,
})

export const { handlers, signIn } = NextAuth(loe, configFor)
