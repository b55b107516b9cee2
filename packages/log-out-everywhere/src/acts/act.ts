import type { IssueRequest } from "../core/lifecycle.ts"
import type { Mark, RevocationCount } from "../core/store.ts"
import type { RevocationReason, Token, TokenOwner, TokenPurpose } from "../core/token.ts"
import type { TriggerEvent } from "../core/triggers.ts"

/** Something that was done to one person's tokens, told to `onAct` in the transaction that does it. */
export type Act<Owner extends TokenOwner = TokenOwner> =
  | IssuedAct<Owner>
  | RotatedAct<Owner>
  | EndedAct<Owner>

interface ActOn<Owner extends TokenOwner> {
  /** The person, as they were before the act. */
  readonly owner: Owner
  /** The store's clock. */
  readonly at: Date
}

/** A token was made: a log-in, a link that goes into a mail, the key of a program. */
export interface IssuedAct<Owner extends TokenOwner = TokenOwner> extends ActOn<Owner> {
  readonly kind: "issued"
  readonly token: Token
}

/** A session has a new secret, after its owner proved who they are (ASVS 7.2.4). */
export interface RotatedAct<Owner extends TokenOwner = TokenOwner> extends ActOn<Owner> {
  readonly kind: "rotated"
  readonly tokenId: string
}

/** Tokens ended, or none did and the epoch rose all the same. */
export interface EndedAct<Owner extends TokenOwner = TokenOwner> extends ActOn<Owner>, Ended {
  readonly kind: "ended"
  readonly reason: RevocationReason
  /** The id of the user who did it; null if nobody did. */
  readonly by: string | null
  /** How far it reached; null for a change that ends nothing but log-ins that are under way. */
  readonly scope: "one" | "others" | "everywhere" | null
  /** The change that ended them; null if ending was all that was asked for. */
  readonly event: TriggerEvent | null
}

/** What an act on a person's tokens has ended. */
export interface Ended {
  /**
   * Counts it, by purpose: exactly, whenever it is called, for as long as the rows are kept. Apart from the act, whose
   * time does not grow with what it ends.
   */
  count(): Promise<RevocationCount>
}

/** What a change has ended, and how far that reached; left out if it ended nothing but log-ins that are under way. */
export interface EndedByChange extends Ended {
  readonly scope?: "others" | "everywhere"
}

/** Something that was asked for and not done, told to `onRefused` once the transaction is over. */
export interface Refusal {
  readonly of: "resume" | "issue" | "rotate" | "act"
  readonly failure:
    | "unknown"
    | "idle"
    | "expired"
    | "revoked"
    | "changed_meanwhile"
    | "too_many_sessions"
    | "session_ended"
  readonly purpose: TokenPurpose
  /** Null if the secret is unknown. */
  readonly userId: string | null
  /** Null if the secret is unknown, or no token was made. */
  readonly tokenId: string | null
}

/** What `issue` takes of a person who has just proved who they are. */
export interface IssueTo extends Omit<IssueRequest, "proof" | "isRemembered"> {
  readonly userId: string
  /** "password", "magic_link", or a provider's id. */
  readonly method: string
  /** Taken by `mark()` before anything was read that the proof rests on. */
  readonly mark: Mark
  /** The person asked to be kept logged in. Left out: no. */
  readonly isRemembered?: boolean
  /** The secret of the session that the browser had, which ends as "replaced". */
  readonly replaces?: string | null
}

/** The person who ends something, and the reason. */
export interface EndedBy {
  /** The id of the user who does it; null for a program. Left out: the person whose tokens they are. */
  readonly by?: string | null
  /** Left out: what the act is called; "revoked_by_admin" if another user does it. */
  readonly reason?: RevocationReason
}

/** How a change ends tokens. */
export interface ChangeOf extends EndedBy {
  /** The id of the session that goes on, whatever the rule says; null if none does. Rotate it. */
  readonly keep: string | null
  /** The person's answer if the rule asks: whether their other devices end too. Left out: they do. */
  readonly endsOthers?: boolean
}
