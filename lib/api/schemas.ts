import { endablePurposes, revocationReasons, tokenPurposes } from "log-out-everywhere"
import { z } from "zod"
import { deviceKinds } from "@/lib/names/client"
import { roles } from "@/lib/names/role"
import { tokenStatuses } from "@/lib/names/token-filter"
import { described } from "./described"

const instant = z.iso.datetime()
const purpose = z.enum(tokenPurposes)
/** All but the browsers that are known: a secret of those opens nothing, and no act counts them. */
const counted = z.enum(endablePurposes)

/** What every token tells, whatever its purpose. Never its secret, nor the hash of it. */
const told = {
  id: z.guid(),
  method: z.string().meta(described("schemas.token.method")),
  address: z.string().nullable().meta(described("schemas.token.address")),
  userAgent: z.string().nullable(),
  issuedAt: instant,
  lastActiveAt: instant.meta(described("schemas.token.lastActiveAt")),
  idleAt: instant.meta(described("schemas.token.idleAt")),
  expiresAt: instant.meta(described("schemas.token.expiresAt")),
}

/** One of a kind that a person has in a browser or in a program. */
const ownToken = z.object({
  ...told,
  purpose: z.enum(["session", "api"]),
  name: z.string().nullable(),
})

export const Me = z
  .object({
    id: z.guid(),
    email: z.string(),
    name: z.string().nullable(),
    role: z.enum(roles),
    token: ownToken.meta(described("schemas.me.token")),
  })
  .meta(described("schemas.me.about", "Me"))

export const Session = z
  .object({
    ...told,
    isCurrent: z.boolean().meta(described("schemas.session.isCurrent")),
    isRemembered: z.boolean().meta(described("schemas.session.isRemembered")),
    device: z
      .object({
        title: z.string(),
        kind: z.enum(deviceKinds),
      })
      .meta(described("schemas.session.device")),
  })
  .meta(described("schemas.session.about", "Session"))

export const Sessions = z
  .object({
    sessions: z.array(Session),
    next: z.string().nullable().meta(described("schemas.next")),
  })
  .meta(described("schemas.sessions", "Sessions"))

export const Ended = z
  .object({
    ended: z.int().meta(described("schemas.ended.ended")),
    byPurpose: z.partialRecord(counted, z.int()).meta(described("schemas.ended.byPurpose")),
    receipt: z.guid().meta(described("schemas.ended.receipt")),
  })
  .meta(described("schemas.ended.about", "Ended"))

export const Receipt = Ended.omit({ receipt: true })
  .extend({
    id: z.guid(),
    action: z.string().meta(described("schemas.receipt.action")),
    at: instant,
    reason: z.enum(revocationReasons),
    by: z.enum(["self", "administrator", "nobody"]).meta(described("schemas.receipt.by")),
    address: z.string().nullable(),
    live: z.int().meta(described("schemas.receipt.live")),
    tokens: z.array(ownToken).meta(described("schemas.receipt.tokens")),
  })
  .meta(described("schemas.receipt.about", "Receipt"))

const keptToken = z.object({
  ...told,
  name: z.string().nullable(),
  status: z.enum(tokenStatuses),
  endsAt: instant.meta(described("schemas.deviceData.endsAt")),
  reason: z.enum(revocationReasons).nullable(),
})

export const DeviceData = z
  .object({
    exportedAt: instant,
    retention: z
      .object({ endedMs: z.int(), auditMs: z.int(), addressMs: z.int() })
      .meta(described("schemas.deviceData.retention")),
    sessions: z.array(keptToken),
    browsers: z.array(keptToken.extend({ ownName: z.string().nullable() })),
    apiTokens: z.array(keptToken),
    history: z.array(
      z.object({
        id: z.guid(),
        at: instant,
        action: z.string(),
        by: z.enum(["self", "administrator", "nobody"]),
        address: z.string().nullable(),
        device: z.string().nullable(),
      }),
    ),
    isWhole: z.boolean().meta(described("schemas.deviceData.isWhole")),
  })
  .meta(described("schemas.deviceData.about", "DeviceData"))

export const EndedOfUser = Ended.pick({ ended: true }).meta(
  described("schemas.ended.about", "EndedOfUser"),
)

export const OwnedToken = z
  .object({
    ...told,
    purpose,
    name: z.string().nullable(),
    status: z.enum(tokenStatuses),
    owner: z.object({ id: z.guid(), email: z.string(), name: z.string().nullable() }),
    revocation: z
      .object({ at: instant, reason: z.enum(revocationReasons), by: z.guid().nullable() })
      .nullable()
      .meta(described("schemas.token.revocation")),
  })
  .meta(described("schemas.token.about", "OwnedToken"))

export const OwnedTokens = z
  .object({
    tokens: z.array(OwnedToken),
    next: z.string().nullable().meta(described("schemas.next")),
  })
  .meta(described("schemas.tokens", "OwnedTokens"))

/** RFC 7662 2.2. */
export const Introspection = z
  .union([
    z.object({ active: z.literal(false) }),
    z.object({
      active: z.literal(true),
      token_type: z.literal("Bearer").optional().meta(described("schemas.introspection.type")),
      purpose: counted.meta(described("schemas.introspection.purpose")),
      jti: z.guid().meta(described("schemas.introspection.jti")),
      sub: z.guid(),
      username: z.string(),
      iat: z.int(),
      exp: z.int().meta(described("schemas.introspection.exp")),
      iss: z.url(),
    }),
  ])
  .meta(described("schemas.introspection.about", "Introspection"))
