import {
  type RevocationReason,
  revocationReasons,
  type TokenPurpose,
  type TokenStatus,
  tokenPurposes,
} from "log-out-everywhere"
import { type DeviceKind, deviceKinds, nameAsKept } from "./client"
import { cutLine } from "./line"
import { parseNetworkRange } from "./network-range"
import { type Role, roles } from "./role"

/**
 * Which tokens an administrator or an operator is looking for. Whatever is left out excludes none, but for
 * purpose and status, where null does.
 */
export interface TokenFilter {
  /** Part of an email address, or a person's id. */
  readonly person?: string
  readonly role?: Role
  /** As CIDR writes it. */
  readonly network?: string
  readonly browser?: string
  readonly system?: string
  readonly deviceKind?: DeviceKind
  readonly purpose: TokenPurpose | null
  /** How the owner was authenticated. */
  readonly method?: string
  readonly issuedSince?: Date
  readonly issuedBefore?: Date
  /** Not used for so long. */
  readonly unusedMs?: number
  /** Expires within so long. */
  readonly expiresInMs?: number
  readonly status: TokenStatus | null
  readonly reason?: EndReason
}

/** Why a token ended: as a row says it, or with everyone's of its purpose. */
export type EndReason = RevocationReason | typeof everyoneLoggedOut

export const everyoneLoggedOut = "everyone_logged_out"

/** The words by which addresses and commands name a filter. */
export const filterFields = [
  "person",
  "role",
  "address",
  "browser",
  "system",
  "device",
  "purpose",
  "method",
  "since",
  "until",
  "idle",
  "expires",
  "status",
  "reason",
] as const

export type FilterField = (typeof filterFields)[number]

/** A filter as it is written: in an address, on a command line. */
export type TokenQuery = { readonly [Field in FilterField]?: string | undefined }

/** What excludes none, where leaving it out does. */
export const anyWord = "any"

export const tokenStatuses = ["active", "idle", "expired", "revoked"] as const
export const endReasons: readonly EndReason[] = [...revocationReasons, everyoneLoggedOut]

type Read =
  | { readonly filter: TokenFilter; readonly problems: readonly [] }
  /** What is wrong with it: nothing is found by half a filter. */
  | { readonly filter: null; readonly problems: readonly FilterField[] }

/** The filter that is written so. Without more, live sessions; with a reason, those that ended for it. */
export function readTokenFilter(query: TokenQuery, now: Date): Read {
  const problems: FilterField[] = []
  const read = <Value>(field: FilterField, parse: (text: string) => Value | null) => {
    const text = cutLine(query[field] ?? "")
    if (text === "") return undefined
    const value = parse(text)
    if (value !== null) return value
    problems.push(field)
    return undefined
  }
  const moment = (isEnd: boolean) => (text: string) => readMoment(text, now, isEnd)
  const reason = read("reason", among(endReasons))
  const given = {
    person: read("person", (text) => text),
    role: read("role", among(roles)),
    network: read("address", parseNetworkRange),
    browser: read("browser", nameAsKept),
    system: read("system", nameAsKept),
    deviceKind: read("device", among(deviceKinds)),
    method: read("method", (text) => text.toLowerCase()),
    issuedSince: read("since", moment(false)),
    issuedBefore: read("until", moment(true)),
    unusedMs: read("idle", readLength),
    expiresInMs: read("expires", readLength),
    reason,
  }
  const purpose =
    read("purpose", among<TokenPurpose | typeof anyWord>([...tokenPurposes, anyWord])) ?? "session"
  const status =
    read("status", among<TokenStatus | typeof anyWord>([...tokenStatuses, anyWord])) ??
    (reason ? "revoked" : "active")
  if (problems.length > 0) return { filter: null, problems }
  const said = Object.entries(given).filter(([, value]) => value !== undefined)
  const filter = {
    ...(Object.fromEntries(said) as Omit<TokenFilter, "purpose" | "status">),
    purpose: purpose === anyWord ? null : purpose,
    status: status === anyWord ? null : status,
  }
  return { filter, problems: [] }
}

/** What is typed where one field takes both: the beginning of network addresses or a range, or else a person. */
export const wordsOfText = (text: string): Pick<TokenQuery, "person" | "address"> =>
  parseNetworkRange(text) ? { address: text } : { person: text }

/** The same words without those that say nothing, in one order. */
export function wordsOf(query: TokenQuery): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filterFields.flatMap((field) => {
      const text = cutLine(query[field] ?? "")
      return text ? [[field, text]] : []
    }),
  )
}

const among =
  <Word extends string>(words: readonly Word[]) =>
  (text: string): Word | null =>
    words.find((word) => word === text.toLowerCase()) ?? null

const units = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const
const maxLengthMs = 10 * 366 * units.d

/** "30m", "24h", "7d", "2w". */
function readLength(text: string): number | null {
  const [, count = "", unit = ""] = /^(\d{1,6}) ?([mhdw])$/i.exec(text) ?? []
  if (!count) return null
  const lengthMs = Number(count) * units[unit.toLowerCase() as keyof typeof units]
  return lengthMs <= maxLengthMs ? lengthMs : null
}

const instant =
  /^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/i

/** A day or an instant, in UTC unless it says otherwise, or how long ago: "2026-11-28", "2026-11-28T09:30Z", "24h". */
function readMoment(text: string, now: Date, isEnd: boolean): Date | null {
  const lengthMs = readLength(text)
  if (lengthMs !== null) return new Date(+now - lengthMs)
  const [, day, time, zone] = instant.exec(text) ?? []
  if (!day) return null
  const at = Date.parse(time && !zone ? `${text.replace(" ", "T")}Z` : text.replace(" ", "T"))
  if (Number.isNaN(at) || new Date(Date.parse(day)).toISOString().slice(0, 10) !== day) return null
  return new Date(at + (isEnd && !time ? units.d : 0))
}
