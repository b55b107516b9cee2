import { readFileSync } from "node:fs"
import { limits } from "@/lib/server/request/limits"

/** For the database, the log, the mail server and the files of the build. */
const kept = 120

/** How many connections leave enough of this process's descriptors for its own work. */
export function maxConnections(): number {
  const limit = descriptorLimit()
  return limit === undefined
    ? limits.connections
    : Math.min(limits.connections, Math.max(limit - kept, Math.floor(limit / 2)))
}

/** Only Linux says it without running a program. */
function descriptorLimit(): number | undefined {
  try {
    const [, soft] = /^Max open files +(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8")) ?? []
    return soft === undefined ? undefined : Number(soft)
  } catch {
    return undefined
  }
}
