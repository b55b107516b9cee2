/** What one sample person did: log-ins, and acts that ended some of them. */
import { authentication } from "@/authentication"
import { idleAfter, lifetimeOf, type RevocationReason } from "@/lib/tokens"
import type { AuditAction } from "@/lib/users/audit-action"
import { anyAddress, anyDevice, type UserAgent } from "./seed-devices"
import type { Random } from "./seed-random"

export interface SampleSession {
  readonly id: string
  readonly userId: string
  readonly isRemembered: boolean
  readonly issuedAt: Date
  readonly lastActiveAt: Date
  readonly idleAt: Date
  readonly expiresAt: Date
  readonly address: string
  readonly userAgent: UserAgent
  readonly revokedAt: Date | null
  readonly revocationReason: RevocationReason | null
  readonly revokedById: string | null
}

export interface SampleEvent {
  readonly at: Date
  readonly action: AuditAction
  readonly actorId: string | null
  readonly targetId: string
  readonly address: string
  readonly reason?: RevocationReason
  readonly scope?: "one" | "others" | "everywhere"
  readonly count?: number
  readonly details?: Readonly<Record<string, string>>
}

/** An act that ends sessions, and the shape of its entry in the audit log. */
export interface EndingAct {
  readonly reason: RevocationReason
  readonly action: AuditAction
  readonly scope: "one" | "others" | "everywhere"
  readonly count: number
  readonly details?: Readonly<Record<string, string>>
}

interface Person {
  readonly id: string
  readonly role: string
}

const minute = 60_000
const { policy } = authentication.tokens

export class Story {
  readonly sessions: SampleSession[] = []
  readonly events: SampleEvent[] = []
}
