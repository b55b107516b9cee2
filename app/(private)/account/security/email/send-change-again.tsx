"use client"

import { useTranslations } from "use-intl/react"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { useCountdown } from "@/components/acts/use-countdown"
import { Wait } from "@/components/acts/wait"
import { changeEmailAction } from "./actions"

interface SendChangeAgainProps {
  readonly email: string
  readonly nextInS: number
  /** Which mail it is that the next one has to wait for. */
  readonly since: number
}

/** Mails the link that confirms once more, which is asking for the change once more. */
export function SendChangeAgain({ email, nextInS, since }: SendChangeAgainProps) {
  const t = useTranslations("inbox")
  const left = useCountdown(nextInS, since)

  return (
    <ActArea action={changeEmailAction}>
      <div className="flex flex-wrap items-center gap-3">
        <Act label={t("again")} fields={{ newEmail: email }} size="sm" disabled={left > 0} />
        <Wait seconds={left} />
      </div>
    </ActArea>
  )
}
