import type { Token } from "../core/token.ts"

/**
 * A session as the list shows it: what its token holds, under the same names, and what an app says of it. It is sent to
 * the browser, so it holds no more than that.
 */
export interface ShownSession
  extends Pick<Token, "id" | "device" | "issuedAt" | "lastActiveAt">,
    Partial<Pick<Token, "browserId" | "idleAt" | "expiresAt" | "isRemembered">> {
  /** "Firefox on Linux". Left out, the device is called unknown. */
  readonly title?: string
  /** Where the address seems to be, in words that say that it is a guess. */
  readonly place?: string | null
  /** What the owner calls the browser. */
  readonly browserName?: string | null
  /** How it was opened, in words. */
  readonly method?: string
  /** The browser was first seen lately, and the owner has not said yet whether it is theirs. */
  readonly isNew?: boolean
}
