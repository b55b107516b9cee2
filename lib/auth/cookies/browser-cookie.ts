import type { Token } from "log-out-everywhere"
import { cookieOptions } from "./session-cookie"

/**
 * What this browser is known by: a secret for each person who has logged in here, the latest first. They
 * open nothing. What counts is the row behind each, which loses its trust as a session does.
 */
export const browserCookieName = "__Host-loe-device"

const maxPeople = 5

/** The secrets that a browser brought. Whatever else it brings instead is nothing. */
export function readBrowserCookie(value = ""): readonly string[] {
  const secrets = value.split(".").filter((secret) => /^[\w-]{43}$/.test(secret))
  return [...new Set(secrets)].slice(0, maxPeople)
}

/** What a log-in leaves in the browser by which it was made. */
export interface RememberedBrowser {
  /** The person's own first. */
  readonly secrets: readonly string[]
  readonly until: Token["idleAt"]
}

export function browserCookie({ secrets, until: expires }: RememberedBrowser) {
  const value = secrets.slice(0, maxPeople).join(".")
  return { name: browserCookieName, value, options: { ...cookieOptions, expires } }
}
