"use client"

import type { ComponentProps } from "react"
import { useFormFields } from "@/components/ui/form-fields"
import { SubmitButton } from "@/components/ui/submit-button"
import { useIsPasswordDue } from "./prover"

interface ActButtonProps extends ComponentProps<typeof SubmitButton> {
  /** Its dialog is open. */
  readonly isAsking: boolean
  /** It never acts without a yes. */
  readonly asksFirst: boolean
  readonly withoutProof: boolean
  readonly onAsk: (form: FormData, asksForProof: boolean) => void
}

/** Sends its form, or first opens the dialog that asks for what is missing. Without JavaScript it sends. */
export function ActButton({ isAsking, asksFirst, withoutProof, onAsk, ...button }: ActButtonProps) {
  const { check } = useFormFields()
  const isPasswordDue = useIsPasswordDue()

  return (
    <SubmitButton
      {...button}
      type={isAsking ? "button" : "submit"}
      aria-haspopup={asksFirst ? "dialog" : undefined}
      onClick={(event) => {
        const { form } = event.currentTarget
        const asksForProof = !withoutProof && isPasswordDue()
        if (!form || (!asksFirst && !asksForProof)) return
        event.preventDefault()
        if (check(form)) onAsk(new FormData(form), asksForProof)
      }}
    />
  )
}
