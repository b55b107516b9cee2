import { unstable_isUnrecognizedActionError as isUnknownAction } from "next/navigation"
import { outageMark } from "./outage-mark"
import { refusedMark } from "./refused-mark"

/** What became of an act that got no answer from its action, as far as a browser can know. */
export interface Failure {
  readonly kind: "old_build" | "offline" | "refused" | "error" | "outage" | "unanswered"
  /** Why the server refused the act, in its words. */
  readonly reason?: string
  /** Under which the server's log tells of it. */
  readonly reference?: string
}

/** Of an act that was sent. */
export type ActFailure = Failure & { readonly kind: Exclude<Failure["kind"], "offline"> }

/**
 * Tells by its error what became of an act. Only what was refused, or meant for an action that the
 * server does not have, is known to have done nothing: any other answer may have been lost on its way back.
 */
export function failureOfAct(error: unknown): ActFailure {
  if (isUnknownAction(error)) return { kind: "old_build" }
  const message = error instanceof Error ? error.message : ""
  if (message.startsWith(refusedMark)) {
    return { kind: "refused", reason: message.slice(refusedMark.length) }
  }
  const reference = referenceOf(error)
  if (!reference) return { kind: "unanswered" }
  return { kind: isOfOutage(error) ? "outage" : "error", reference }
}

export type PageFailure = "page" | "old_build" | "offline" | "outage"

/** Tells by its error why a page cannot be shown. What failed on the server bears a reference. */
export function failureOfPage(error: unknown, isOnline: boolean): PageFailure {
  if (referenceOf(error)) return "outage"
  if (!isOnline) return "offline"
  const isIncomplete = error instanceof Error && error.name === "ChunkLoadError"
  return isIncomplete || isUnknownAction(error) ? "old_build" : "page"
}

/** The id of the request whose answer this error is, where it comes from the server. */
export const referenceOf = (error: unknown): string | undefined =>
  digestOf(error)?.replace(outageMark, "")

const isOfOutage = (error: unknown) => digestOf(error)?.startsWith(outageMark)

const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : undefined
