import { endablePurposes, revocationReasons, tokenPurposes } from "log-out-everywhere"
import { z } from "zod"
import { roles } from "@/lib/names/role"
import { texts } from "@/lib/texts"

const words = texts.api.schemas

export const tokenStatuses = ["active", "idle", "expired", "revoked"] as const

const instant = z.iso.datetime()
const purpose = z.enum(tokenPurposes)
/** All but the browsers that are known: a secret of those opens nothing, and no act counts them. */
const counted = z.enum(endablePurposes)

/** What every token tells, whatever its purpose. Never its secret, nor the hash of it. */
const told = {
  id: z.guid(),
  method: z.string().meta({ description: words.token.method }),
  address: z.string().nullable().meta({ description: words.token.address }),
  userAgent: z.string().nullable(),
  issuedAt: instant,
  lastActiveAt: instant.meta({ description: words.token.lastActiveAt }),
  idleAt: instant.meta({ description: words.token.idleAt }),
  expiresAt: instant.meta({ description: words.token.expiresAt }),
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
    token: ownToken.meta({ description: words.me.token }),
  })
  .meta({ id: "Me", description: words.me.about })

export const Session = z
  .object({
    ...told,
    isCurrent: z.boolean().meta({ description: words.session.isCurrent }),
    isRemembered: z.boolean().meta({ description: words.session.isRemembered }),
    device: z
      .object({
        title: z.string(),
        kind: z.enum(["desktop", "phone", "tablet", "script", "unknown"]),
      })
      .meta({ description: words.session.device }),
  })
  .meta({ id: "Session", description: words.session.about })

export const Sessions = z
  .object({
    sessions: z.array(Session),
    next: z.string().nullable().meta({ description: words.next }),
  })
  .meta({ id: "Sessions", description: words.sessions })

export const Ended = z
  .object({
    ended: z.int().meta({ description: words.ended.ended }),
    byPurpose: z.partialRecord(counted, z.int()).meta({ description: words.ended.byPurpose }),
    receipt: z.guid().meta({ description: words.ended.receipt }),
  })
  .meta({ id: "Ended", description: words.ended.about })

export const Receipt = Ended.omit({ receipt: true })
  .extend({
    id: z.guid(),
    action: z.string().meta({ description: words.receipt.action }),
    at: instant,
    reason: z.enum(revocationReasons),
    by: z.enum(["self", "administrator", "nobody"]).meta({ description: words.receipt.by }),
    address: z.string().nullable(),
    live: z.int().meta({ description: words.receipt.live }),
    tokens: z.array(ownToken).meta({ description: words.receipt.tokens }),
  })
  .meta({ id: "Receipt", description: words.receipt.about })

export const EndedOfUser = Ended.pick({ ended: true }).meta({
  id: "EndedOfUser",
  description: words.ended.about,
})

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
      .meta({ description: words.token.revocation }),
  })
  .meta({ id: "OwnedToken", description: words.token.about })

export const OwnedTokens = z
  .object({
    tokens: z.array(OwnedToken),
    next: z.string().nullable().meta({ description: words.next }),
  })
  .meta({ id: "OwnedTokens", description: words.tokens })

/** RFC 7662 2.2. */
export const Introspection = z
  .union([
    z.object({ active: z.literal(false) }),
    z.object({
      active: z.literal(true),
      token_type: z.literal("Bearer").optional().meta({ description: words.introspection.type }),
      purpose: counted.meta({ description: words.introspection.purpose }),
      jti: z.guid().meta({ description: words.introspection.jti }),
      sub: z.guid(),
      username: z.string(),
      iat: z.int(),
      exp: z.int().meta({ description: words.introspection.exp }),
      iss: z.url(),
    }),
  ])
  .meta({ id: "Introspection", description: words.introspection.about })
