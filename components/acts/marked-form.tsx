"use client"

import { type ComponentProps, useId, useMemo } from "react"
import { FormFieldsContext } from "@/components/ui/form-fields"
import { useIsScripted } from "@/components/ui/scripted"
import type { FieldsState } from "@/lib/forms/form-state"
import { renderedForField } from "@/lib/rendered-for"
import { ErrorSummary } from "./error-summary"
import { useRenderedFor } from "./rendered-for"
import { useErrors } from "./use-errors"

interface MarkedFormProps extends ComponentProps<"form"> {
  /** What its action answered. The fields read from it what was typed and what is wrong. */
  readonly state: FieldsState
  /** Sent along, unseen. */
  readonly fields?: Readonly<Record<string, string>> | undefined
}

/**
 * A form that does something. It says for whom it was rendered, and the server refuses it for anyone else.
 *
 * What was typed stays in it until it is done. Where scripts run, it says itself what is missing, in place of
 * the browser. The linter knows no other form, but for those that only look.
 */
export function MarkedForm({ state, fields = {}, children, onSubmit, ...form }: MarkedFormProps) {
  const mark = useRenderedFor()
  const isScripted = useIsScripted()
  const id = useId()
  const { errors, check, inForm } = useErrors(state)
  const formFields = useMemo(
    () => ({ id, errors, typed: state.typed, check }),
    [id, errors, state.typed, check],
  )

  return (
    <form
      {...form}
      noValidate={isScripted}
      onReset={(event) => isUnfinished(state) && event.preventDefault()}
      onSubmit={(event) => {
        onSubmit?.(event)
        if (event.defaultPrevented || isUnchecked(event.nativeEvent)) return
        if (!check(event.currentTarget)) event.preventDefault()
      }}
    >
      <input ref={inForm} type="hidden" name={renderedForField} value={mark} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ErrorSummary formId={id} errors={errors} />
      <FormFieldsContext value={formFields}>{children}</FormFieldsContext>
    </form>
  )
}

/** Whether the form is to be sent once more. React empties a form after each answer. */
export const isUnfinished = ({ status }: FieldsState) =>
  ["idle", "failed", "prove"].includes(status)

const isUnchecked = (event: Event) =>
  event instanceof SubmitEvent &&
  event.submitter instanceof HTMLButtonElement &&
  event.submitter.formNoValidate
