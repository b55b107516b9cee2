import { generateKeyPairSync, randomBytes } from "node:crypto"
import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { text } from "node:stream/consumers"
import { type Configuration, type InteractionResult, Provider } from "oidc-provider"
import type { TestApp } from "@/test/world/app"

interface Email {
  readonly address: string
  /** Whether the provider says that it is the person's own. */
  readonly isVerified: boolean
}

/**
 * A real OpenID provider for one app. It keeps people logged in, obeys `prompt` and `max_age`, and its
 * log-in page lets a test say who comes, and how long ago they claim to have logged in.
 */
export async function startOpenIdProvider(app: Pick<TestApp, "url" | "oidc">) {
  const emails = new Map<string, Email>()
  const provider = new Provider(app.oidc.issuer, configuration(app, emails))
  const answer = provider.callback()
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/log-in/")) logIn(provider, emails, request, response)
    else answer(request, response)
  }).listen(app.oidc.port, "127.0.0.1")
  await once(server, "listening")
  return () => {
    server.close()
    server.closeAllConnections()
  }
}

function configuration(
  { url, oidc }: Pick<TestApp, "url" | "oidc">,
  emails: ReadonlyMap<string, Email>,
): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
  return {
    clients: [
      {
        client_id: oidc.clientId,
        client_secret: oidc.clientSecret,
        redirect_uris: [`${url}/api/auth/callback/oidc`],
        require_auth_time: true,
      },
    ],
    cookies: { keys: [randomBytes(24).toString("hex")] },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600 },
    interactions: { url: (_, { uid }) => `/log-in/${uid}` },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        name: `Person ${accountId}`,
        email: emails.get(accountId)?.address,
        email_verified: emails.get(accountId)?.isVerified,
      }),
    }),
    // Everybody has agreed already: consent is not what is tested.
    async loadExistingGrant({ oidc: { provider, client, session } }) {
      const grant = new provider.Grant({ ...client, accountId: session.accountId })
      grant.addOIDCScope("openid email profile")
      await grant.save()
      return grant
    },
  }
}

async function logIn(
  provider: Provider,
  emails: Map<string, Email>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.method !== "POST") {
    response.setHeader("Content-Type", "text/html").end(logInPage)
    return
  }
  const form = new URLSearchParams(await text(request))
  const account = form.get("account") ?? ""
  emails.set(account, { address: form.get("email") ?? "", isVerified: !form.has("unverified") })
  await provider.interactionFinished(request, response, resultOf(account, form))
}

function resultOf(accountId: string, form: URLSearchParams): InteractionResult {
  if (form.has("cancel"))
    return { error: "access_denied", error_description: "cancelled <b>by</b>" }
  const ageS = Number(form.get("age"))
  return { login: { accountId, ts: Math.floor(Date.now() / 1_000) - ageS } }
}

const logInPage = `<!doctype html><html lang="en"><title>Provider</title><link rel="icon" href="data:,">
  <h1>Log in at the provider</h1>
  <form method="post">
    <label>Account <input name="account"></label>
    <label>Email <input name="email"></label>
    <label>Seconds since log-in <input name="age" value="0"></label>
    <button>Go on</button>
    <button name="cancel" value="on">Cancel</button>
  </form></html>`
