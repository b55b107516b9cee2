import { keptFormat } from "./kept-format.ts"

/** How the reader tells the time. */
export interface Clock {
  readonly now: Date
  readonly locale: string
  /** Undefined for that of the machine, which is the reader's in a browser. */
  readonly timeZone: string | undefined
}

/** "5 minutes ago"; `justNow` within a minute. */
export function relativeOf(at: Date, { now, locale }: Clock, justNow: string): string {
  const distanceMs = +at - +now
  const unit = units.find(([, lengthMs]) => Math.abs(distanceMs) >= lengthMs)
  if (!unit) return justNow
  const [name, lengthMs] = unit
  return relative(locale).format(Math.trunc(distanceMs / lengthMs), name)
}

/** "3 May", and the year where it is another than this one. */
export function dateOf(at: Date, { now, locale, timeZone }: Clock): string {
  const year = yearOnly(locale, timeZone)
  const date = year.format(at) === year.format(now) ? dayAndMonth : wholeDate
  return date(locale, timeZone).format(at)
}

/** "3 May 2026, 14:05 UTC". */
export const exactOf = (at: Date, { locale, timeZone }: Clock): string =>
  exact(locale, timeZone).format(at)

const relative = keptFormat((locale) => new Intl.RelativeTimeFormat(locale))

const keptDates = (options: Intl.DateTimeFormatOptions) =>
  keptFormat((locale, timeZone) => new Intl.DateTimeFormat(locale, { ...options, timeZone }))

const yearOnly = keptDates({ year: "numeric" })
const dayAndMonth = keptDates({ day: "numeric", month: "long" })
const wholeDate = keptDates({ day: "numeric", month: "long", year: "numeric" })
const exact = keptDates({
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
})

const day = 86_400_000

const units = [
  ["year", 365 * day],
  ["month", 30 * day],
  ["day", day],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const
