import type { ProviderSession } from "./token.ts"

/** Longer ones would be kept for nothing: OpenID Connect ends a `sub` at 255 characters. */
const maxLength = 1_000

const text = (value: unknown) =>
  typeof value === "string" && value !== "" && value.length <= maxLength ? value : null

/** The session at a provider, by the claims of an ID token that was checked; null if they name no issuer. */
export function providerSessionOf(claims: object | null | undefined): ProviderSession | null {
  const { iss, sid } = (claims ?? {}) as Readonly<Record<string, unknown>>
  const issuer = text(iss)
  return issuer === null ? null : { issuer, sid: text(sid) }
}
