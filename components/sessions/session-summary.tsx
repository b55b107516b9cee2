"use client"

import { useTranslations } from "use-intl/react"
import { DeviceIcon } from "@/components/device-icon"
import { Time } from "@/components/time"
import { Address } from "@/components/ui/address"
import type { SessionView } from "./session-view"

interface SessionSummaryProps {
  readonly session: Pick<SessionView, "device" | "address" | "place" | "lastActiveAt">
}

/** Which device, from where, and when it was last used. */
export function SessionSummary({ session }: SessionSummaryProps) {
  const t = useTranslations("sessionCard")
  return (
    <div className="flex min-w-0 items-start gap-3.5">
      <DeviceIcon kind={session.device.kind} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
          <bdi>{session.device.title}</bdi>
        </p>
        <p className="mt-0.5 text-[0.8125rem] text-ink-soft">
          <Address place={session.place}>{session.address ?? t("unknownAddress")}</Address>
          <span aria-hidden className="mx-1.5 text-ink-faint">
            ·
          </span>
          <wbr />
          <span className="whitespace-nowrap">
            {t("active")} <Time at={session.lastActiveAt} />
          </span>
        </p>
      </div>
    </div>
  )
}
