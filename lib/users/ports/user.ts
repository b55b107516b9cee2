import type { Role } from "@/lib/names/role"

/** A person with an account. Whether there is a password shows; the hash is in a `Credential` alone. */
export interface User {
  readonly id: string
  readonly email: string
  readonly name: string | null
  readonly image: string | null
  readonly role: Role
  readonly epoch: number
  readonly hasPassword: boolean
  readonly emailVerifiedAt: Date | null
  readonly disabledAt: Date | null
  readonly createdAt: Date
}

/** What a log-in is checked against, read in one query, so that the epoch belongs to this hash. */
export interface Credential {
  readonly userId: string
  readonly passwordHash: string | null
  readonly epoch: number
  readonly role: Role
  readonly isDisabled: boolean
}

/** A person whose row the transaction has locked: all that is known of them, the hash included. */
export interface LockedUser extends User, Credential {}

/** A log-in provider's account that opens a user's account. */
export interface ProviderAccount {
  readonly provider: string
  readonly providerAccountId: string
}

/** The user who acts, with which token and from where: what the audit log must say of every act. */
export interface Actor {
  readonly userId: string
  /** The session or the API token that the request came with. */
  readonly tokenId: string
  readonly address: string | null
}
