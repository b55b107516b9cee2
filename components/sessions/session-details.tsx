import { ExactTime } from "@/components/time"
import { Disclosure } from "@/components/ui/disclosure"
import { Facts } from "@/components/ui/facts"
import { texts } from "@/lib/texts"
import type { SessionView } from "./session-view"

const words = texts.session

/** What else is known of a session, folded away. */
export function SessionDetails({ session }: { readonly session: SessionView }) {
  return (
    <Disclosure
      summary={
        <>
          {words.details}
          <span className="sr-only">{`: ${session.device.title}`}</span>
        </>
      }
    >
      <Facts
        facts={[
          { term: words.started, value: <ExactTime at={session.startedAt} /> },
          { term: words.lastActive, value: <ExactTime at={session.lastActiveAt} /> },
          ...deadlines(session),
          { term: words.openedWith, value: session.method },
          { term: words.remembered, value: session.isRemembered ? words.yes : words.no },
          { term: words.userAgent, value: session.userAgent ?? words.unknown },
        ]}
      />
    </Disclosure>
  )
}

function deadlines({ end, idleAt, expiresAt }: SessionView) {
  if (end) return []
  return [
    { term: words.idleAt, value: <ExactTime at={idleAt < expiresAt ? idleAt : expiresAt} /> },
    { term: words.expiresAt, value: <ExactTime at={expiresAt} /> },
  ]
}
