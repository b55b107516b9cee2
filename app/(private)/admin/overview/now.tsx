import type { ReactNode } from "react"
import { sessionsPath } from "@/app/(private)/admin/sessions/search"
import { ExactTime } from "@/components/time"
import { Card } from "@/components/ui/card"
import { countedAtMost, type Online, onlineMs } from "@/lib/db/incidents/online"
import type { Overview } from "@/lib/db/incidents/overview"
import { shownCount } from "@/lib/texts/counts"
import { duration } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"
import { endedHref, happenedHref } from "./links"
import { sumOf } from "./sums"

interface NowProps {
  readonly online: Online
  readonly overview: Overview | null
}

/** The few numbers that one looks at first. */
export function Now({ online, overview }: NowProps) {
  const t = words("overview")
  // Of more than were counted now the last hour knows the number.
  const counted = online.sessions > countedAtMost.sessions ? overview : null
  const live = counted ? sumOf(counted.parts, "live", "purpose", "session") : online.sessions

  return (
    <Card>
      <dl aria-label={t("now")} className="grid grid-cols-2 gap-px sm:grid-cols-3 lg:grid-cols-5">
        <Figure
          term={t("live")}
          href={sessionsPath}
          hint={counted && t.rich("asOfHour", { time: () => <ExactTime at={counted.asOf} /> })}
        >
          {shownCount(live, counted ? undefined : countedAtMost.sessions)}
        </Figure>
        <Figure
          term={t("online")}
          href={sessionsPath}
          hint={t("onlineHint", { minutes: duration(onlineMs) })}
        >
          {shownCount(online.people, countedAtMost.people)}
        </Figure>
        {overview && <Happened overview={overview} />}
      </dl>
    </Card>
  )
}

function Happened({ overview: { parts, from } }: { readonly overview: Overview }) {
  const t = words("overview")
  return (
    <>
      <Figure term={t("logins")} href={happenedHref({ action: "log_in" }, { from })}>
        {shownCount(sumOf(parts, "begun", "method"))}
      </Figure>
      <Figure term={t("ended")} href={endedHref()}>
        {shownCount(sumOf(parts, "ended", "reason"))}
      </Figure>
      <Figure term={t("failed")} href={happenedHref({ action: "log_in_failed" }, { from })}>
        {shownCount(sumOf(parts, "failed", "action"))}
      </Figure>
    </>
  )
}

interface FigureProps {
  readonly term: string
  readonly href: string
  readonly hint?: ReactNode
  readonly children: string
}

function Figure({ term, href, hint, children }: FigureProps) {
  return (
    <div className="px-4 py-3.5 sm:px-5">
      <dt className="text-[0.8125rem] text-ink-soft">{term}</dt>
      <dd>
        <a href={href} className="link text-xl font-semibold tracking-[-0.022em] tabular-nums">
          {children}
        </a>
        {hint && <p className="text-xs text-ink-faint">{hint}</p>}
      </dd>
    </div>
  )
}
