"use client"

import { MailCheck } from "lucide"
import { useEffect, useRef } from "react"
import { useTranslations } from "use-intl/react"
import { Icon } from "@/components/ui/icon"
import { SubmitButton } from "@/components/ui/submit-button"
import type { MailedState } from "@/lib/forms/mailed-state"
import { MarkedForm } from "./marked-form"
import { useCountdown } from "./use-countdown"
import { Wait } from "./wait"

export interface InboxWays {
  /** For how long the link works: "30 minutes". */
  readonly lasts: string
  /** Where another address can be given. */
  readonly otherAddress: string
}

interface CheckInboxProps extends InboxWays {
  readonly state: Extract<MailedState, { readonly status: "mailed" }>
  readonly action: (form: FormData) => void
}

/** Says where the mail is to be looked for, and what to do if it does not come. The same for every address. */
export function CheckInbox({ state, action, lasts, otherAddress }: CheckInboxProps) {
  const t = useTranslations("inbox")
  const heading = useRef<HTMLHeadingElement>(null)
  const left = useCountdown(state.nextInS, state)
  useEffect(() => heading.current?.focus(), [])

  return (
    <section aria-labelledby="check-inbox" className="space-y-4 text-sm">
      <div className="flex items-center gap-2.5">
        <Icon of={MailCheck} className="size-5 shrink-0 text-ink-soft" />
        <h2
          ref={heading}
          id="check-inbox"
          tabIndex={-1}
          // biome-ignore lint/a11y/noAutofocus: the focus follows the act, also where no script moves it
          autoFocus
          className="text-base font-semibold"
        >
          {t("title")}
        </h2>
      </div>
      <p className="text-pretty wrap-break-word">{t("sent", { email: state.shown, lasts })}</p>
      <p className="text-ink-soft text-pretty">{t("help")}</p>
      <p role="status" className="text-ink-soft text-pretty empty:hidden">
        {state.isSent ? state.isAgain && t("sentAgain") : t("notYet")}
      </p>
      <MarkedForm
        state={state}
        fields={{ email: state.email, again: "on" }}
        action={action}
        className="flex items-center gap-3"
      >
        <SubmitButton disabled={left > 0}>{t("again")}</SubmitButton>
        <Wait seconds={left} />
      </MarkedForm>
      <p>
        <a href={otherAddress} className="link">
          {t("otherAddress")}
        </a>
      </p>
    </section>
  )
}
