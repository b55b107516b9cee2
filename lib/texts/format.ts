/** Numbers, lists and times in a language. The server asks `currentLanguage()` for it, a browser `useLocale()`. */

export const formatNumber = (locale: string, value: number): string =>
  numberFormat(locale).format(value)

/** "Firefox, Chrome and curl". */
export const listed = (locale: string, parts: readonly string[]): string =>
  listFormat(locale).format(parts)

/** "2 hours", "90 days": in the largest unit that divides it. */
export function formatDuration(locale: string, lengthMs: number): string {
  const { name, lengthMs: unitMs } =
    durationUnits.find((unit) => lengthMs % unit.lengthMs === 0) ?? secondUnit
  return unitFormat(locale, name).format(lengthMs / unitMs)
}

/** "22 Nov 2026, 11:05 UTC". Without a zone, that of the machine: in a browser, the reader's own. */
export function exactTime(locale: string, at: Date, timeZone?: string): string {
  return exactFormat(locale, timeZone).format(at)
}

/** "22 Nov", "22 Nov, 11:00", in UTC: a step of a picture. */
export function stepTime(locale: string, at: Date, hasTime: boolean): string {
  return (hasTime ? stepWithTime : step)(locale).format(at)
}

/**
 * "5 minutes ago", "in 3 days"; within a minute of now it says `justNow`. What is past is rounded down,
 * what is to come to the nearest: what was chosen as 30 days is not 29 a moment later.
 */
export function relativeTime(locale: string, at: Date, now: Date, justNow: string): string {
  const distanceMs = +at - +now
  const unit = relativeUnits.find(({ lengthMs }) => Math.abs(distanceMs) >= lengthMs)
  if (!unit) return justNow
  const units = distanceMs / unit.lengthMs
  return relativeFormat(locale).format(units < 0 ? Math.trunc(units) : Math.round(units), unit.name)
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const secondUnit = { name: "second", lengthMs: 1_000 } as const

const durationUnits = [
  { name: "day", lengthMs: day },
  { name: "hour", lengthMs: hour },
  { name: "minute", lengthMs: minute },
] as const

const relativeUnits = [
  { name: "year", lengthMs: 365 * day },
  { name: "month", lengthMs: 30 * day },
  ...durationUnits,
] as const

/** Makes a format once for each language, and what else it is asked for: making one takes a hundred times what using it does. */
export function keptFormat<Format>(make: (locale: string, what?: string) => Format) {
  const made = new Map<string, Format>()
  return (locale: string, what?: string): Format => {
    const key = `${locale} ${what}`
    const known = made.get(key)
    if (known) return known
    const format = make(locale, what)
    made.set(key, format)
    return format
  }
}

const keptTimes = (options: Intl.DateTimeFormatOptions) =>
  keptFormat((locale, timeZone) => new Intl.DateTimeFormat(locale, { timeZone, ...options }))

const exactFormat = keptTimes({
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
})
const stepDay = { day: "numeric", month: "short", timeZone: "UTC" } as const
const step = keptTimes(stepDay)
const stepWithTime = keptTimes({ ...stepDay, hour: "2-digit", minute: "2-digit" })
const numberFormat = keptFormat((locale) => new Intl.NumberFormat(locale))
const unitFormat = keptFormat(
  (locale, unit) => new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }),
)
const listFormat = keptFormat((locale) => new Intl.ListFormat(locale, { type: "conjunction" }))
const relativeFormat = keptFormat(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: "always" }),
)
