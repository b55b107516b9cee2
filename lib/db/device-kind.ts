import { type DeviceKind, readClient } from "@/lib/names/client"

export type { DeviceKind }

/** What kind of device a user agent speaks of, kept beside it so that the database can filter by it. */
export const deviceKindOf = (userAgent: string | null): DeviceKind => readClient(userAgent).kind
