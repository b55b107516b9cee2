export const locale = "en-GB"

/** One form per plural category of the language; "#" stands for the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/** `counted(3, { one: "# device", other: "# devices" })` is "3 devices". */
export function counted(count: number, forms: PluralForms): string {
  return (forms[pluralRules.select(count)] ?? forms.other).replace("#", formatNumber(count))
}

export const formatNumber = (value: number): string => numberFormat.format(value)

/** "Firefox, Chrome and curl". */
export const listed = (parts: readonly string[]): string => listFormat.format(parts)

/** "2 hours", "90 days": in the largest unit that divides it. */
export function formatDuration(lengthMs: number): string {
  const { name, lengthMs: unitMs } =
    durationUnits.find((unit) => lengthMs % unit.lengthMs === 0) ?? secondUnit
  const options = { style: "unit", unit: name, unitDisplay: "long" } as const
  return new Intl.NumberFormat(locale, options).format(lengthMs / unitMs)
}

/** "22 Nov 2026, 11:05 UTC". Without a zone, that of the machine: in a browser, the reader's own. */
export function exactTime(at: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, { ...exact, timeZone }).format(at)
}

/**
 * "5 minutes ago", "in 3 days"; within a minute of now it says `justNow`. What is past is rounded down,
 * what is to come to the nearest: what was chosen as 30 days is not 29 a moment later.
 */
export function relativeTime(at: Date, now: Date, justNow: string): string {
  const distanceMs = +at - +now
  const unit = relativeUnits.find(({ lengthMs }) => Math.abs(distanceMs) >= lengthMs)
  if (!unit) return justNow
  const units = distanceMs / unit.lengthMs
  return relativeFormat.format(units < 0 ? Math.trunc(units) : Math.round(units), unit.name)
}

const exact = {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
} as const

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const relativeUnits = [
  { name: "year", lengthMs: 365 * day },
  { name: "month", lengthMs: 30 * day },
  { name: "day", lengthMs: day },
  { name: "hour", lengthMs: hour },
  { name: "minute", lengthMs: minute },
] as const

const secondUnit = { name: "second", lengthMs: 1_000 } as const

const durationUnits = [
  { name: "day", lengthMs: day },
  { name: "hour", lengthMs: hour },
  { name: "minute", lengthMs: minute },
] as const

const pluralRules = new Intl.PluralRules(locale)
const numberFormat = new Intl.NumberFormat(locale)
const listFormat = new Intl.ListFormat(locale, { type: "conjunction" })
const relativeFormat = new Intl.RelativeTimeFormat(locale, { numeric: "always" })
