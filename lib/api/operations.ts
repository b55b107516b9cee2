import { tokenPurposes } from "log-out-everywhere"
import { z } from "zod"
import { isPlace } from "@/lib/db/lists/keyset"
import { tokenStatuses } from "@/lib/names/token-filter"
import { words } from "@/lib/texts/words"
import { maxReasonLength } from "@/lib/users/admin/max-reason-length"
import { described } from "./described"
import { operation } from "./operation"
import {
  DeviceData,
  Ended,
  EndedOfUser,
  Introspection,
  Me,
  OwnedTokens,
  Receipt,
  Sessions,
} from "./schemas"

const Id = z.object({ id: z.guid() })

const place = z
  .string()
  .max(2_000)
  .refine((text) => isPlace("timestamptz", text), { error: () => words("api")("fields.noPlace") })
  .optional()

export const readMe = operation({
  id: "readMe",
  method: "GET",
  path: "/me",
  access: "everyone",
  answer: Me,
})

export const readMyDevices = operation({
  id: "readMyDevices",
  method: "GET",
  path: "/me/devices",
  access: "everyone",
  answer: DeviceData,
})

export const listSessions = operation({
  id: "listSessions",
  method: "GET",
  path: "/sessions",
  access: "everyone",
  query: z.strictObject({
    cursor: place.meta(described("fields.cursor")),
    limit: z.coerce.number().int().min(1).max(100).default(50).meta(described("fields.limit")),
  }),
  answer: Sessions,
  pagedBy: "cursor",
})

/** Ending one's own session needs no proof, as logging out needs none. */
export const revokeSession = operation({
  id: "revokeSession",
  method: "DELETE",
  path: "/sessions/{id}",
  access: "everyone",
  params: Id,
  answer: null,
  status: 204,
  needsProof: ({ token }, { id }) => id !== token.id,
})

export const logOutOthers = operation({
  id: "logOutOthers",
  method: "POST",
  path: "/sessions/log-out-others",
  access: "everyone",
  answer: Ended,
  needsProof: () => true,
})

export const logOutEverywhere = operation({
  id: "logOutEverywhere",
  method: "POST",
  path: "/log-out-everywhere",
  access: "everyone",
  answer: Ended,
  needsProof: () => true,
})

export const readReceipt = operation({
  id: "readReceipt",
  method: "GET",
  path: "/receipts/{id}",
  access: "everyone",
  params: Id,
  answer: Receipt,
})

export const listTokens = operation({
  id: "listTokens",
  method: "GET",
  path: "/admin/tokens",
  access: "administrators",
  query: z.strictObject({
    q: z.string().max(200).default("").meta(described("fields.q")),
    purpose: z.enum(tokenPurposes).default("session").meta(described("fields.purpose")),
    status: z.enum(tokenStatuses).optional().meta(described("fields.status")),
    after: place.meta(described("fields.after")),
  }),
  answer: OwnedTokens,
  pagedBy: "after",
})

export const revokeToken = operation({
  id: "revokeToken",
  method: "DELETE",
  path: "/admin/tokens/{id}",
  access: "administrators",
  params: Id,
  answer: null,
  status: 204,
  needsProof: () => true,
})

export const logUserOut = operation({
  id: "logUserOut",
  method: "POST",
  path: "/admin/users/{id}/log-out-everywhere",
  access: "administrators",
  params: Id,
  body: z.strictObject({
    reason: z
      .string()
      .trim()
      .max(maxReasonLength)
      .regex(/^\P{Cc}*$/u, { error: () => words("api")("fields.reasonOdd") })
      .optional()
      .meta(described("fields.reason")),
  }),
  bodyType: "application/json",
  answer: EndedOfUser,
  needsProof: () => true,
})

/** RFC 7662 and RFC 7009 have a client leave unknown fields in, and a server leave them alone. */
const Secret = z.object({
  token: z.string().min(1).max(4_096).meta(described("fields.token")),
  token_type_hint: z.string().optional().meta(described("fields.hint")),
})

export const introspect = operation({
  id: "introspect",
  method: "POST",
  path: "/admin/introspect",
  access: "administrators",
  body: Secret,
  bodyType: "application/x-www-form-urlencoded",
  answer: Introspection,
})

export const revokeSecret = operation({
  id: "revokeSecret",
  method: "POST",
  path: "/admin/revoke",
  access: "administrators",
  body: Secret,
  bodyType: "application/x-www-form-urlencoded",
  answer: null,
  needsProof: () => true,
})

/** All that there are, in the order in which the document tells of them. */
export const operations = [
  readMe,
  readMyDevices,
  listSessions,
  revokeSession,
  logOutOthers,
  logOutEverywhere,
  readReceipt,
  listTokens,
  revokeToken,
  logUserOut,
  introspect,
  revokeSecret,
] as const
