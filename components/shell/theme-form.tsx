"use client"

import type { ReactNode } from "react"
import { MarkedForm } from "@/components/acts/marked-form"
import { useCall } from "@/components/acts/use-act"
import { idle } from "@/lib/forms/form-state"

interface ThemeFormProps {
  readonly label: string
  readonly action: (form: FormData) => void
  readonly children: ReactNode
}

export function ThemeForm({ label, action, children }: ThemeFormProps) {
  const choose = useCall(action)

  return (
    <MarkedForm
      state={idle}
      action={choose}
      aria-label={label}
      className="flex rounded-full border border-line bg-surface p-0.5"
    >
      {children}
    </MarkedForm>
  )
}
