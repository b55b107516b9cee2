import { hkdfSync } from "node:crypto"
import { settings } from "./settings"

/** What keys are derived for. Each use has its own: what was sealed for one opens for no other. */
export type KeyUse = "cookies" | "outcomes" | "outbox" | "next-auth"

export interface Key {
  /** By which a sealed text says which key it needs. It tells nothing of the key. */
  readonly id: string
  readonly bytes: Uint8Array
}

/** The first one seals. The others, of secrets that have been replaced, still open. */
export type Keys = readonly [Key, ...Key[]]

/** AUTH_SECRET, and after it what stood there before. */
export type Secrets = readonly [string, ...string[]]

/**
 * The app's keys for one use. Nothing else reads AUTH_SECRET, so that no use of it can forget the
 * secrets which it replaces.
 */
export const keysFor = (use: KeyUse): Keys => deriveKeys(settings().authSecrets, use)

/** HKDF: knowing one derived key tells nothing of AUTH_SECRET or of another key (RFC 5869). */
export function deriveKeys([present, ...previous]: Secrets, use: KeyUse): Keys {
  const keyOf = (secret: string): Key => ({
    id: Buffer.from(derive(secret, `${use}: name of the key`, 6)).toString("base64url"),
    bytes: derive(secret, `${use}: key`, 32),
  })
  return [keyOf(present), ...previous.map(keyOf)]
}

const derive = (secret: string, info: string, bytes: number) =>
  new Uint8Array(hkdfSync("sha256", secret, "", `log-out-everywhere ${info}`, bytes))
