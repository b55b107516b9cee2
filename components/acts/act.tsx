"use client"

import clsx from "clsx"
import { type ComponentProps, type ReactNode, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { type Confirmation, ConfirmedSubmit } from "@/components/acts/confirmed-submit"
import { ProofFields } from "@/components/acts/proof-fields"
import type { Button } from "@/components/ui/button"
import { SubmitButton } from "@/components/ui/submit-button"
import { type FormState, idle } from "@/lib/forms/form-state"
import { useActs } from "./act-area"
import { MarkedForm } from "./marked-form"

/** A label with counts in it may be longer than a phone is wide. */
const wrapping = "max-w-full max-sm:whitespace-normal"

export interface ActProps
  extends Pick<ComponentProps<typeof Button>, "variant" | "size" | "disabled"> {
  /** The button's words. */
  readonly label: ReactNode
  /** The button's full name, where its words alone do not tell it from its neighbours. */
  readonly name?: string
  /** Sent along; within one area they tell this act from the others. */
  readonly fields?: Readonly<Record<string, string>>
  /** Asked before the act, where there is JavaScript. A function reads the form: for counts of ticked boxes. */
  readonly confirm?: Confirmation | ((form: FormData) => Confirmation)
  /** Lets controls elsewhere on the page belong to this form, by their attribute `form`. */
  readonly formId?: string
  readonly className?: string
  /** Fields that show. */
  readonly children?: ReactNode
}

/**
 * One button that does something, as a form. It asks once more, and where the action demands it,
 * asks in place for proof and then goes on with the same act.
 */
export function Act({
  label,
  name,
  fields = {},
  confirm,
  formId,
  className,
  children,
  ...look
}: ActProps) {
  const { state, formAction, isPending } = useActs()
  const [dismissed, setDismissed] = useState<unknown>()
  const form = useRef<HTMLFormElement>(null)
  const act = String(new URLSearchParams(fields))
  const isProving = state.status === "prove" && state.act === act && state !== dismissed
  const cancel = () => {
    flushSync(() => setDismissed(state))
    form.current?.querySelector("button")?.focus()
  }
  const button = { ...look, "aria-label": name, className: wrapping, children: label }

  return (
    <MarkedForm
      ref={form}
      state={isAnothers(state, act) ? idle : state}
      id={formId}
      data-act
      action={formAction}
      className={clsx(className, isProving && "basis-full")}
      onSubmit={(event) => isPending && event.preventDefault()}
    >
      {Object.entries({ ...fields, act }).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {children}
      {isProving ? (
        <ProofFields state={state} onCancel={cancel} />
      ) : confirm ? (
        <ConfirmedSubmit {...button} formRef={form} confirm={confirm} />
      ) : (
        <SubmitButton {...button} />
      )}
    </MarkedForm>
  )
}

/** Of several acts in one area, one alone was sent. */
const isAnothers = (state: FormState, act: string) =>
  "typed" in state && state.typed?.act?.[0] !== act
