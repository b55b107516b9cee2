import type { RevocationCount } from "log-out-everywhere"
import type { ReactNode } from "react"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import type { ListedSession } from "@/components/sessions/session-list"
import { Disclosure } from "@/components/ui/disclosure"
import { Section } from "@/components/ui/section"
import { group, words } from "@/lib/texts/words"
import { logOutOthersAction } from "./actions"
import { Everywhere } from "./everywhere"
import { OwnSessions } from "./own-sessions"

interface SessionsProps {
  /** One page of the live ones. */
  readonly sessions: readonly ListedSession[]
  /** What there is on all pages, and whatever else lives. */
  readonly live: RevocationCount
  readonly currentId: string
  /** The way to the other pages. */
  readonly children: ReactNode
}

/** Where the person is logged in, and what ends it. */
export function Sessions({ sessions, live, currentId, children }: SessionsProps) {
  const t = words("security")
  const count = live.session ?? 0

  return (
    <Section title={t("sessions")} description={t("sessionsHint", { count })}>
      <div className="flex flex-wrap items-center gap-2">
        <LogOutOthers count={Math.max(count - 1, 0)} />
        <Everywhere live={live} />
      </div>
      <OwnSessions sessions={sessions} currentId={currentId} />
      {children}
      <Disclosure summary={t("worried")}>
        <ul className="max-w-prose list-disc space-y-2 ps-5 text-ink-soft marker:text-ink-faint">
          {Object.values(group("security", "worriedPoints")).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  )
}

function LogOutOthers({ count }: { readonly count: number }) {
  const t = words("security")
  return (
    <ActArea action={logOutOthersAction} undone={t("nothingLoggedOut")} className="contents">
      <Act
        label={<span className="tabular-nums">{t("logOutOthers", { count })}</span>}
        disabled={count === 0}
        confirm={{
          title: t("logOutOthersTitle", { count }),
          body: t("logOutOthersBody", { count }),
          label: t("logOutOthersLabel"),
        }}
      />
      {count === 0 && <p className="order-1 text-[0.8125rem] text-ink-faint">{t("noOthers")}</p>}
    </ActArea>
  )
}
