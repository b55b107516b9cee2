import type { Provider } from "next-auth/providers"
import Credentials from "next-auth/providers/credentials"
import GitHub from "next-auth/providers/github"
import Google from "next-auth/providers/google"
import { settings } from "@/lib/settings"
import { words } from "@/lib/texts/words"
import { gitHubProfile } from "./github"
import { authorizeByLink, magicLinkProviderId } from "./magic-link"

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
    ...(oidc ? [{ id: "oidc", name: oidc.name ?? words("login")("singleSignOn") }] : []),
  ]
}

/** "GitHub" for "github", also where the provider has been switched off since. */
export function providerName(id: string): string {
  const known: Record<string, string> = {
    google: "Google",
    github: "GitHub",
    oidc: words("login")("singleSignOn"),
  }
  return enabledProviders().find((provider) => provider.id === id)?.name ?? known[id] ?? id
}

/** Logs in by a mailed link. Links are mailed by `requestMagicLink`, and used by a page of ours. */
const magicLink: Provider = {
  ...Credentials({ credentials: { email: {}, secret: {} }, authorize: authorizeByLink }),
  id: magicLinkProviderId,
  name: "Email link",
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
            name: words("login")("singleSignOn"),
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
