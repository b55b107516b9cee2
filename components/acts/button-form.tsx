"use client"

import { SubmitButton } from "@/components/ui/submit-button"
import type { FormAction } from "@/lib/forms/form-state"
import { MarkedForm } from "./marked-form"
import { Outcome } from "./outcome"
import { useAct } from "./use-act"

interface ButtonFormProps {
  readonly action: FormAction
  readonly fields: Readonly<Record<string, string>>
  readonly label: string
}

/** One button that neither asks nor has to be proved. */
export function ButtonForm({ action, fields, label }: ButtonFormProps) {
  const [state, formAction] = useAct(action)

  return (
    <div>
      <Outcome state={state} />
      <MarkedForm state={state} fields={fields} action={formAction}>
        <SubmitButton size="sm">{label}</SubmitButton>
      </MarkedForm>
    </div>
  )
}
