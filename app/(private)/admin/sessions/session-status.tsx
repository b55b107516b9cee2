import type { SessionView } from "@/components/sessions/session-view"
import { Time } from "@/components/time"
import { Badge } from "@/components/ui/badge"
import { words } from "@/lib/texts/words"

interface SessionStatusProps {
  readonly session: Pick<SessionView, "status" | "end">
}

const tones = { active: "good", idle: "plain", expired: "plain", revoked: "care" } as const

/** The status in a word; under it, once the session is over, when, and why and by whom if the word does not say it. */
export function SessionStatus({ session: { status, end } }: SessionStatusProps) {
  return (
    <div className="min-w-0">
      <Badge tone={tones[status]}>{words("session")(`statuses.${status}`)}</Badge>
      {end && (
        <p className="mt-1 text-[0.8125rem] text-ink-soft text-pretty">
          {status === "revoked" && (
            <span>
              {end.by
                ? `${end.reason} ${words("sessions")("endedBy", { person: end.by })},`
                : `${end.reason},`}
            </span>
          )}{" "}
          <Time at={end.at} />
        </p>
      )}
    </div>
  )
}
