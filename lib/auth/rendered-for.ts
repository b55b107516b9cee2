import "server-only"
import { redirect } from "next/navigation"
import { noOne, renderedForField } from "@/lib/rendered-for"
import { requestFacts } from "./request-facts"

interface Person {
  readonly userId: string
}

/** What the forms of a page say that is rendered for this person. */
export const markFor = (viewer: Person | null): string => viewer?.userId ?? noOne

/**
 * Whether the form's page was rendered for another person than the one who is logged in now: two people
 * may share a browser, and a tab goes on showing the page of the first. A form that does not say is refused.
 */
export const isForAnother = (form: FormData, viewer: Person | null): boolean =>
  isAnothersMark(form.get(renderedForField), viewer)

export function isAnothersMark(mark: unknown, viewer: Person | null): boolean {
  return viewer ? mark !== markFor(viewer) : typeof mark !== "string"
}

/** Where a form leads whose page was for another person: says who is logged in, and that nothing was done. */
export const stalePage = (path: string): string =>
  `/stale-page?returnTo=${encodeURIComponent(path)}`

export async function requireOwnPage(form: FormData, viewer: Person | null): Promise<void> {
  if (isForAnother(form, viewer)) redirect(stalePage((await requestFacts()).path))
}
