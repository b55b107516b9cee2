"use client"

import type { ReactNode } from "react"
import { useTranslations } from "use-intl/react"
import { MarkedForm } from "@/components/acts/marked-form"
import { sayFailed } from "@/components/acts/toast-list"
import { isOffline } from "@/components/acts/use-act"
import { failed, idle } from "@/lib/forms/form-state"

interface LogOutFormProps {
  readonly className?: string
  readonly children: ReactNode
}

/** Goes to the address that logs out. Offline, a browser would put its own page in place of ours. */
export function LogOutForm({ className, children }: LogOutFormProps) {
  const t = useTranslations("failures")

  return (
    <MarkedForm
      state={idle}
      method="post"
      action="/api/log-out"
      className={className}
      onSubmit={(event) => {
        if (navigator.onLine) return
        event.preventDefault()
        const form = event.currentTarget
        void isOffline().then((isIt) =>
          isIt
            ? sayFailed(failed(t("acts.offline", { undone: t("acts.stillLoggedIn") })))
            : form.submit(),
        )
      }}
    >
      {children}
    </MarkedForm>
  )
}
