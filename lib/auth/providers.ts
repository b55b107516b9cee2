import { createHash } from "node:crypto"
import type { Provider } from "next-auth/providers"
import GitHub from "next-auth/providers/github"
import Google from "next-auth/providers/google"
import { settings } from "@/lib/settings"
import { texts } from "@/lib/texts"
import { gitHubProfile } from "./github"

export interface EnabledProvider {
  readonly id: string
  readonly name: string
}

/** Those whose keys are set. */
export function enabledProviders(): readonly EnabledProvider[] {
  const { google, github, oidc } = settings().providers
  return [
    ...(google ? [{ id: "google", name: "Google" }] : []),
    ...(github ? [{ id: "github", name: "GitHub" }] : []),
    ...(oidc ? [{ id: "oidc", name: oidc.name }] : []),
  ]
}

/** "GitHub" for "github", also where the provider has been switched off since. */
export function providerName(id: string): string {
  const known: Record<string, string> = {
    google: "Google",
    github: "GitHub",
    oidc: texts.login.singleSignOn,
  }
  return enabledProviders().find((provider) => provider.id === id)?.name ?? known[id] ?? id
}

export const magicLinkProviderId = "magic_link"

/** What NextAuth makes of a mailed secret before it asks the adapter for it. */
export const verificationToken = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex")

/** The half of NextAuth's e-mail machinery that logs in by a link. Links are mailed by `requestMagicLink`. */
const magicLink: Provider = {
  id: magicLinkProviderId,
  type: "email",
  name: "Link by mail",
  // NextAuth hashes it into the mailed secret, which is random enough: a link outlives a new AUTH_SECRET.
  secret: "",
  maxAge: 10 * 60,
  sendVerificationRequest() {
    throw new Error("Links are mailed by requestMagicLink.")
  },
}

/** PKCE alone leaves it to the provider to refuse a code that another browser brought. */
const pkceAndState: ("pkce" | "state")[] = ["pkce", "state"]

const gitHubApi = "https://api.github.com"

const gitHubUserInfo = {
  url: `${gitHubApi}/user`,
  request: ({ tokens }: { readonly tokens: { readonly access_token?: string } }) =>
    gitHubProfile(gitHubApi, tokens.access_token),
}

export function nextAuthProviders(): Provider[] {
  const { google, github, oidc } = settings().providers
  return [
    magicLink,
    ...(google ? [Google({ ...google, checks: [...pkceAndState, "nonce"] })] : []),
    ...(github ? [GitHub({ ...github, checks: pkceAndState, userinfo: gitHubUserInfo })] : []),
    ...(oidc
      ? [
          {
            ...oidc,
            id: "oidc",
            type: "oidc" as const,
            // Many providers put the name and the e-mail address into the user info alone.
            idToken: false,
            // A provider asked for a log-in of at most a year ago has to say when it was (OpenID Connect Core
            // 3.1.2.1): a log-in there is a fresh proof here only if the provider says that it is one.
            authorization: { params: { max_age: String(365 * 24 * 60 * 60) } },
            checks: [...pkceAndState, "nonce" as const],
          },
        ]
      : []),
  ]
}
