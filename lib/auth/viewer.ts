import "server-only"
import type { Device } from "log-out-everywhere"
import { notFound, redirect } from "next/navigation"
import { cache } from "react"
import { readSessionCookie } from "@/lib/auth/cookies/session-cookie"
import { parts } from "@/lib/db/parts"
import { entryOf } from "@/lib/users/audit-entry"
import type { ActingSession } from "@/lib/users/log-in/prove"
import { requireOwnPage } from "./rendered-for"
import { type RequestFacts, requestFacts } from "./request-facts"
import { resumeSession } from "./sessions"
import { type Viewer, viewerOf } from "./viewer-of"

/** A viewer who does something. The secret in `actor` must not leave the server. */
export interface ActingViewer extends Viewer {
  readonly actor: ActingSession
  readonly device: Device
}

/** Whose request this is, or null. One query, once per request; an outage throws, for it is no log-out. */
export async function getViewer(): Promise<Viewer | null> {
  const { isRead, path } = await requestFacts()
  return findViewer(isRead && !/^\/admin(?:\/|$)/.test(path))
}

/** `mayBeKept`: for a page that is no administrator's. */
const findViewer = cache(async (mayBeKept: boolean): Promise<Viewer | null> => {
  const secret = await readSessionCookie()
  const { isPersons } = await requestFacts()
  const resumed = await resumeSession(secret, { touch: isPersons, mayBeKept })
  return resumed && viewerOf(resumed, parts().policy)
})

/** For acts, and for administrators. */
const findChecked = () => findViewer(false)

/** The gate of every page behind log-in. */
export async function requireViewer(find = getViewer): Promise<Viewer> {
  const viewer = await find()
  if (viewer) return viewer
  const { path } = await requestFacts()
  return redirect(`/login?returnTo=${encodeURIComponent(path)}`)
}

/** The gate of everything under /admin. Others get a 404: they need not learn that it is there. */
export async function requireAdmin(): Promise<Viewer> {
  const viewer = await requireViewer(findChecked)
  if (viewer.isAdmin) return viewer
  const { address } = (await requestFacts()).device
  const { userId } = viewer
  const refused = { action: "access_refused", targetId: null } as const
  await parts().stores.audit.appendCounted(entryOf({ userId, address }, refused), userId)
  return notFound()
}

/** The gate of every action behind log-in. */
export async function requireViewerToAct(form: FormData): Promise<ActingViewer> {
  const facts = await requireOwnForm()
  const viewer = await requireViewer(findChecked)
  await requireOwnPage(form, viewer)
  return toAct(viewer, facts)
}

/** The gate of every administrator's action. */
export async function requireAdminToAct(form: FormData): Promise<ActingViewer> {
  // First: a person whose browser sends another's form has not tried to get in here.
  const facts = await requireOwnForm()
  await requireOwnPage(form, await requireViewer(findChecked))
  return toAct(await requireAdmin(), facts)
}

async function requireOwnForm(): Promise<RequestFacts> {
  const facts = await requestFacts()
  return facts.isFromOurPages ? facts : notFound()
}

async function toAct(viewer: Viewer, { device }: RequestFacts): Promise<ActingViewer> {
  const { userId, email, name, session } = viewer
  const secret = (await readSessionCookie()) ?? ""
  const actor = { userId, email, name, address: device.address, tokenId: session.id, secret }
  return { ...viewer, actor, device }
}
