import NextAuth, { type NextAuthConfig } from "next-auth"
import Credentials from "next-auth/providers/credentials"
import { authentication } from "@/authentication"
import { sessionAdapter } from "@/lib/auth/adapter"
import { admit } from "@/lib/auth/admit"
import { authorize } from "@/lib/auth/authorize"
import { databaseSessions } from "@/lib/auth/database-sessions"
import { nextAuthLogger } from "@/lib/auth/logger"
import { nextAuthProviders } from "@/lib/auth/providers"
import { onThisSite } from "@/lib/auth/request"
import { connection } from "@/lib/db/client"
import { stores, transact } from "@/lib/db/stores"
import { verificationLinks } from "@/lib/db/verification-links"
import { keysFor } from "@/lib/keys"
import { settings } from "@/lib/settings"

export const adapter = sessionAdapter({
  stores,
  transact,
  links: () => verificationLinks(connection()),
  policy: authentication.policy,
  triggers: authentication.triggers,
  isSignUpOpen: () => settings().signUp === "open",
})

const sessions = databaseSessions(adapter)

/** The first one seals NextAuth's cookies, and each of them opens them. */
const nextAuthSecrets = () =>
  keysFor("next-auth").map(({ bytes }) => Buffer.from(bytes).toString("base64url"))

/** The one NextAuth configuration. A function, so that building needs no settings. */
export const { handlers, auth, signIn } = NextAuth(
  (): NextAuthConfig => ({
    ...sessions,
    secret: nextAuthSecrets(),
    // Origins come from AUTH_URL, never from a request's own headers.
    trustHost: true,
    pages: { signIn: "/login", signOut: "/log-out", error: "/login", verifyRequest: "/login" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {}, remember: {}, returning: {} },
        authorize,
      }),
      ...nextAuthProviders(),
    ],
    callbacks: {
      ...sessions.callbacks,
      signIn: admit,
      redirect: ({ url, baseUrl }) => onThisSite(url, baseUrl),
    },
    logger: nextAuthLogger,
  }),
)
