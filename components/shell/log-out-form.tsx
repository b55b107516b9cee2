"use client"

import { type ReactNode, useState } from "react"
import { useTranslations } from "use-intl/react"
import { MarkedForm } from "@/components/acts/marked-form"
import { Outcome } from "@/components/acts/outcome"
import { isOffline } from "@/components/acts/use-act"
import { type FormState, failed, idle } from "@/lib/forms/form-state"

interface LogOutFormProps {
  readonly className?: string
  readonly children: ReactNode
}

/** Goes to the address that logs out. Offline, a browser would put its own page in place of ours. */
export function LogOutForm({ className, children }: LogOutFormProps) {
  const t = useTranslations("failures")
  const [state, setState] = useState<FormState>(idle)

  return (
    <MarkedForm
      state={state}
      method="post"
      action="/api/log-out"
      className={className}
      onSubmit={(event) => {
        if (navigator.onLine) return
        event.preventDefault()
        const form = event.currentTarget
        void isOffline().then((isIt) =>
          isIt ? setState(failed(t("acts.offline"))) : form.submit(),
        )
      }}
    >
      {children}
      <div className="fixed inset-x-4 bottom-4 z-30 mx-auto max-w-md">
        <Outcome state={state} />
      </div>
    </MarkedForm>
  )
}
