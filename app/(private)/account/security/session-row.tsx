import { Act } from "@/components/acts/act"
import { SessionDetails } from "@/components/sessions/session-details"
import { SessionSummary } from "@/components/sessions/session-summary"
import type { SessionView } from "@/components/sessions/session-view"
import { Button } from "@/components/ui/button"
import { CardRow } from "@/components/ui/card"
import { texts } from "@/lib/texts"

interface SessionRowProps {
  readonly session: SessionView
  readonly now: Date
}

/** This device. It ends by logging out, not by being revoked. */
export function CurrentSessionRow({ session, now }: SessionRowProps) {
  return (
    <CardRow>
      <div className={rowClass}>
        <SessionSummary session={session} isCurrent now={now} />
        <form method="post" action="/api/log-out">
          <Button type="submit" size="sm" aria-label={texts.security.logOutHere}>
            {texts.shell.logOut}
          </Button>
        </form>
      </div>
      <Details session={session} />
    </CardRow>
  )
}

export function OtherSessionRow({ session, now }: SessionRowProps) {
  const { id, device } = session

  return (
    <CardRow>
      <div className={rowClass}>
        <SessionSummary session={session} isCurrent={false} now={now} />
        <Act
          label={texts.security.logOutDevice}
          name={texts.security.logOutDeviceName(device.title)}
          fields={{ tokenId: id }}
          variant="danger-quiet"
          size="sm"
          confirm={{
            title: texts.security.logOutDeviceTitle(device.title),
            body: texts.security.logOutDeviceBody(device.title),
            label: texts.security.logOutDevice,
          }}
        />
      </div>
      <Details session={session} />
    </CardRow>
  )
}

function Details({ session }: { readonly session: SessionView }) {
  return (
    <div className="mt-2 sm:pl-[3.125rem]">
      <SessionDetails session={session} />
    </div>
  )
}

const rowClass = "flex flex-wrap items-start justify-between gap-x-6 gap-y-3"
