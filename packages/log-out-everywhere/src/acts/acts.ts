import type { Issued } from "../core/lifecycle.ts"
import type { Result } from "../core/result.ts"
import type { Secret } from "../core/secret.ts"
import type { EndablePurpose, RevocationReason, Token, TokenPurpose } from "../core/token.ts"
import type { TriggerEvent } from "../core/triggers.ts"
import type { ChangeOf, Ended, EndedBy, EndedByChange, IssueTo } from "./act.ts"

/** What can be done to a person's tokens. Each act is done whole, or not at all. */
export interface Acts {
  /**
   * Makes a token for a person who has just proved who they are (ASVS 7.2.4), whom it reads after the mark.
   *
   * `changed_meanwhile`: since the mark the person logged out everywhere, changed the password, or was
   * disabled or deleted; or the mark is older than ten minutes. `too_many_sessions`: the policy refuses
   * one more. Neither writes anything.
   */
  issue(request: IssueTo): Promise<Result<Issued, "changed_meanwhile" | "too_many_sessions">>
  /**
   * Gives a session a new secret after its owner proved who they are (ASVS 7.2.4). The old one is dead at once.
   *
   * `changed_meanwhile`: the session is not live, or the old secret is not its secret any more.
   */
  rotate(session: SessionOf, oldSecret: string): Promise<Result<Secret, "changed_meanwhile">>
  /**
   * Ends the one token that has this secret, "session" unless a purpose is named (ASVS 7.4.1). Says whether it
   * was live.
   */
  logOut(
    secret: string,
    options?: { readonly purpose?: TokenPurpose; readonly reason?: RevocationReason },
  ): Promise<boolean>
  /**
   * Ends every token of the purposes that the first add-on ends, the current session included (ASVS 7.4.3).
   * A log-in that is under way comes too late.
   */
  logOutEverywhere(userId: string, options?: EndedPurposes): Promise<Ended>
  /** Ends the other sessions and the links that wait in a mailbox; the session with the id `keep` goes on (ASVS 7.5.2). */
  logOutOthers(userId: string, keep: string, options?: EndedPurposes): Promise<Ended>
  /**
   * Ends one of the person's tokens by its id, "session" unless a purpose is named (ASVS 7.5.2), and takes away
   * the trust in its browser. Says whether it was live; another person's token is not reached.
   */
  revoke(
    userId: string,
    tokenId: string,
    options?: EndedBy & { readonly purpose?: TokenPurpose },
  ): Promise<boolean>
  /** `apply("password_changed", …)`: in the transaction that writes the hash, or once that has committed. */
  passwordChanged(userId: string, change: ChangeOf): Promise<EndedByChange>
  /**
   * Ends what the policy's row says of this change. A row that ends nothing shuts out log-ins under way all the same.
   *
   * `by` left out is the person; for what others do to them (a reset, a role, the end of the account) it is null. The end
   * of an account, disabled or deleted, has the reason "account_disabled".
   */
  apply(event: TriggerEvent, userId: string, change: ChangeOf): Promise<EndedByChange>
}

/** The acts on a transaction of the app's own. */
export interface ActsIn extends Acts {
  /**
   * Runs work that must not outlive the actor's session: the owner stays locked and the
   * session held until the transaction ends. `session_ended`: it is over, and nothing was done.
   *
   * Throws if the store has no `lockOwner` and `hold` (`ActingTokenStore`).
   */
  asActor<Value>(session: SessionOf, work: () => Promise<Value>): Promise<Value | SessionEnded>
}

/** A session, as `resume` hands it over. */
export type SessionOf = Pick<Token, "id" | "userId">

/** An end of tokens of these purposes. Left out: those that the act is for. */
export interface EndedPurposes extends EndedBy {
  readonly purposes?: readonly EndablePurpose[]
}

/** The session of the actor is over. */
export type SessionEnded = Extract<Result<never, "session_ended">, { readonly ok: false }>
