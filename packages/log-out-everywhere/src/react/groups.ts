import type { ShownSession } from "./shown-session.ts"

/**
 * The sessions by the browser that they were opened in, each an own group where that is not known: this session's
 * first, then the one that was used last.
 */
export function groupsOf<Session extends ShownSession>(
  sessions: readonly Session[],
  currentId: string,
): readonly (readonly Session[])[] {
  const groups = new Map<string, Session[]>()
  const byUse = sessions.toSorted(
    (one, other) =>
      Number(other.id === currentId) - Number(one.id === currentId) ||
      +other.lastActiveAt - +one.lastActiveAt,
  )
  for (const session of byUse) {
    const key = session.browserId ?? session.id
    const group = groups.get(key)
    if (group) group.push(session)
    else groups.set(key, [session])
  }
  return [...groups.values()]
}
