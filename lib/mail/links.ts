import type { Secret } from "log-out-everywhere"
import type { AccountPage, accountPages } from "@/lib/names/account-pages"
import type { LinkPurpose } from "@/lib/users/mailed-link"

/** Where the page behind such a link is. It consumes nothing when it is opened: mail scanners open links. */
export function linkAddress(app: URL, purpose: LinkPurpose, secret: Secret): string {
  const address = new URL(`/link/${purpose}`, app)
  address.searchParams.set("secret", secret)
  return address.href
}

export const pageAddress = (
  app: URL,
  path: "/login" | "/forgot-password" | (typeof accountPages)[AccountPage],
) => new URL(path, app).href
