/** What the tests use of oidc-provider, which ships without types. */
declare module "oidc-provider" {
  import type { IncomingMessage, RequestListener, ServerResponse } from "node:http"

  interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  interface Context {
    readonly oidc: {
      readonly provider: Provider
      readonly client: { readonly clientId: string }
      readonly session: { readonly accountId: string }
    }
  }

  interface Account {
    readonly accountId: string
    readonly claims: () => Readonly<Record<string, unknown>>
  }

  export interface InteractionResult {
    readonly login?: { readonly accountId: string; readonly ts: number }
    readonly error?: string
    readonly error_description?: string
  }

  export interface Configuration {
    readonly clients: readonly Readonly<Record<string, unknown>>[]
    readonly cookies: { readonly keys: readonly string[] }
    readonly jwks: { readonly keys: readonly object[] }
    readonly claims: Readonly<Record<string, readonly string[]>>
    readonly features: Readonly<Record<string, { readonly enabled: boolean }>>
    readonly ttl: Readonly<Record<string, number>>
    readonly interactions: {
      readonly url: (context: Context, interaction: { readonly uid: string }) => string
    }
    readonly findAccount: (context: Context, accountId: string) => Account
    readonly loadExistingGrant: (context: Context) => Promise<Grant>
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration)
    readonly Grant: new (of: {
      readonly clientId: string
      readonly accountId: string
    }) => Grant
    callback(): RequestListener
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: InteractionResult,
    ): Promise<void>
  }
}
