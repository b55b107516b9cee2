import type { SessionToken, TokenPurpose } from "@/lib/tokens"

/** What the links in mails are for. */
export type LinkPurpose = Exclude<TokenPurpose, "session" | "api">

/** Where the page behind such a link is. It consumes nothing when it is opened: mail scanners open links. */
export function linkAddress(app: URL, purpose: LinkPurpose, secret: SessionToken): string {
  const address = new URL(`/link/${purpose}`, app)
  address.searchParams.set("secret", secret)
  return address.href
}

export const pageAddress = (app: URL, path: "/login" | "/forgot-password") =>
  new URL(path, app).href
