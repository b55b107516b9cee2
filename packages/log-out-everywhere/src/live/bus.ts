import type { TokenPurpose } from "../core/token.ts"

/** Whose tokens have changed, so that what is known of them is to be read again. Kinds and ids, and no secret. */
export type Announcement =
  | { readonly kind: "owner"; readonly userId: string }
  | { readonly kind: "purpose"; readonly purpose: TokenPurpose }
  | { readonly kind: "everybody" }
  /** Changes nothing: the process that sent it learns that it hears what it sends. */
  | { readonly kind: "beat"; readonly from: string }

/** What a listener hears. `missed`: it may not have heard what was announced before. */
export type Heard = Announcement | { readonly kind: "missed" }

/**
 * Passes on, to every process, whose tokens have changed. `describeBus` proves these laws of any
 * implementation.
 *
 * On PostgreSQL the rows decide what is announced, by triggers: a session that is ended by hand is announced too.
 */
export interface RevocationBus {
  /** Tells every listener of every process, this one's too. Equal announcements may arrive as one. */
  announce(announcement: Announcement): Promise<void>
  /**
   * Calls `hear`, which must not throw, until the function that it returns is called.
   *
   * A listener hears `missed` first. What is announced from then on reaches it in the order of its commits, or
   * `missed` does, once the line has been down.
   */
  listen(hear: (heard: Heard) => void): () => void
  /** Stops listening. */
  close(): Promise<void>
}
