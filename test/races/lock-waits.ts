/*
 * A commit that announces something waits for those of the whole server before it, by a lock on an object. That
 * passes by itself, and is not what one party holds against another.
 */

/** Of pg_stat_activity: what waits for a lock on rows or tables. */
export const waitsForLock = `wait_event_type = 'Lock' AND wait_event <> 'object'`

/** Of pg_locks: such a lock that is not granted yet. */
export const isWaitedFor = `NOT granted AND locktype <> 'object'`
