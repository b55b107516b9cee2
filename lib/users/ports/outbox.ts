import type { Secret } from "log-out-everywhere"

/** The mails that have no link with a secret. */
export const linklessKinds = [
  "password_changed",
  "provider_connected",
  "provider_disconnected",
  "api_token_made",
  "logged_out_by_admin",
  "sessions_revoked",
  "account_deleted",
] as const

export const mailKinds = [
  "password_reset",
  "magic_link",
  "invitation",
  "email_change",
  "email_change_notice",
  "new_device",
  ...linklessKinds,
] as const

export type MailKind = (typeof mailKinds)[number]

/** What the text of each mail names: texts, and instants as ISO 8601. Never a secret. */
export interface MailFacts {
  readonly password_reset: {
    readonly expiresAt: string
    /** Left out where the person asked for it. */
    readonly startedBy?: "administrator"
  } & RemovedLogIns
  readonly magic_link: { readonly expiresAt: string }
  readonly invitation: { readonly invitedBy: string; readonly expiresAt: string }
  /** To the new address. */
  readonly email_change: { readonly oldEmail: string; readonly expiresAt: string }
  /** To the old address, with the link that undoes the change. */
  readonly email_change_notice: { readonly newEmail: string; readonly expiresAt: string }
  /** With the link of "This wasn't me". */
  readonly new_device: DeviceFacts
  readonly password_changed: DeviceFacts & RemovedLogIns
  readonly provider_connected: ProviderFacts
  readonly provider_disconnected: ProviderFacts
  readonly api_token_made: DeviceFacts & { readonly name: string }
  readonly logged_out_by_admin: { readonly at: string; readonly reason?: string }
  /** Some of what a person had was ended with that of others. */
  readonly sessions_revoked: { readonly at: string; readonly reason?: string }
  /** The last mail to somebody. Once it is sent, or given up, nothing of it is kept. */
  readonly account_deleted: {
    readonly by: "owner" | "administrator"
    readonly at: string
    /** Where the owner did it. Where an administrator sits is nobody's business. */
    readonly address?: string
  }
}

interface RemovedLogIns {
  /** The names of the providers whose accounts no longer open this one: "GitHub, Google". */
  readonly removed?: string
}

/** What people call the provider, and where it was done. */
export type ProviderFacts = DeviceFacts & { readonly provider: string }

export interface DeviceFacts {
  /** "Firefox on Linux" */
  readonly device: string
  readonly at: string
  /** The network address, where it is known. */
  readonly address?: string
}

export const deviceFacts = (device: string, address: string | null, now: Date): DeviceFacts => ({
  device,
  at: now.toISOString(),
  ...(address && { address }),
})

export type LinklessKind = (typeof linklessKinds)[number]

export const isLinkless = (kind: MailKind): kind is LinklessKind =>
  linklessKinds.some((linkless) => linkless === kind)

export type Mail<Kind extends MailKind = MailKind> = {
  readonly [Each in Kind]: {
    readonly kind: Each
    readonly to: string
    readonly facts: MailFacts[Each]
  } & (Each extends LinklessKind
    ? { readonly secret?: never }
    : {
        /** The link's secret. It is kept encrypted until the mail is sent. */
        readonly secret: Secret
      })
}[Kind]

/** Mails to be sent once the act that they tell of is done. */
export interface Outbox {
  /** Writes the mail in the act's own transaction: rolled back with it, sent after its commit. */
  add(mail: Mail): Promise<void>
  /**
   * Has mails that nobody has sent tried again immediately, these or all, and says how many there were.
   * Those that have lost their link's secret cannot be sent any more.
   */
  retry(ids: readonly string[] | null): Promise<number>
}
