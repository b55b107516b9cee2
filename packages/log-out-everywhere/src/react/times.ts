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
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(distanceMs / lengthMs), name)
}

/** "3 May", and the year where it is another than this one. */
export function dateOf(at: Date, clock: Clock): string {
  const yearOf = (date: Date) => formatted(date, clock, { year: "numeric" })
  const isThisYear = yearOf(at) === yearOf(clock.now)
  return formatted(at, clock, {
    day: "numeric",
    month: "long",
    ...(!isThisYear && { year: "numeric" }),
  })
}

/** "3 May 2026, 14:05 UTC". */
export const exactOf = (at: Date, clock: Clock): string =>
  formatted(at, clock, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  })

const formatted = (
  at: Date,
  { locale, timeZone }: Clock,
  options: Omit<Intl.DateTimeFormatOptions, "timeZone">,
) => new Intl.DateTimeFormat(locale, { ...options, ...(timeZone && { timeZone }) }).format(at)

const day = 86_400_000

const units = [
  ["year", 365 * day],
  ["month", 30 * day],
  ["day", day],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const
