"use client"

import type { ReactNode } from "react"
import { MarkedForm } from "@/components/acts/marked-form"
import { Outcome } from "@/components/acts/outcome"
import { useCall } from "@/components/acts/use-act"

interface ThemeFormProps {
  readonly label: string
  readonly action: (form: FormData) => void
  readonly children: ReactNode
}

export function ThemeForm({ label, action, children }: ThemeFormProps) {
  const [state, choose] = useCall(action)

  return (
    <div className="flex flex-col items-center">
      <Outcome state={state} />
      <MarkedForm
        state={state}
        action={choose}
        aria-label={label}
        className="flex rounded-full border border-line bg-surface p-0.5"
      >
        {children}
      </MarkedForm>
    </div>
  )
}
