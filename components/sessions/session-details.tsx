"use client"

import { useTranslations } from "use-intl/react"
import { ExactTime } from "@/components/time"
import { Disclosure } from "@/components/ui/disclosure"
import { Facts } from "@/components/ui/facts"
import type { Words } from "@/lib/texts/words"
import type { SessionView } from "./session-view"

/** What else is known of a session, folded away. */
export function SessionDetails({ session }: { readonly session: SessionView }) {
  const t = useTranslations("sessionCard")
  return (
    <Disclosure
      summary={
        <>
          {t("details")}
          <span className="sr-only">{`: ${session.device.title}`}</span>
        </>
      }
    >
      <Facts
        facts={[
          { term: t("started"), value: <ExactTime at={session.startedAt} /> },
          { term: t("lastActive"), value: <ExactTime at={session.lastActiveAt} /> },
          ...deadlines(t, session),
          { term: t("openedWith"), value: session.method },
          { term: t("remembered"), value: session.isRemembered ? t("yes") : t("no") },
          { term: t("userAgent"), value: session.userAgent ?? t("unknown") },
        ]}
      />
    </Disclosure>
  )
}

function deadlines(t: Words<"sessionCard">, { end, idleAt, expiresAt }: SessionView) {
  if (end) return []
  return [
    { term: t("idleAt"), value: <ExactTime at={idleAt < expiresAt ? idleAt : expiresAt} /> },
    { term: t("expiresAt"), value: <ExactTime at={expiresAt} /> },
  ]
}
