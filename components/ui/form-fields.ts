"use client"

import { createContext, use, useId } from "react"
import type { FieldErrors, Typed } from "@/lib/forms/form-state"

/** What a form knows of its fields. Each takes its own share, so that no form has to hand it on. */
export interface FormFields {
  /** What its fields' ids begin with. */
  readonly id: string
  readonly errors: FieldErrors
  /** What was typed before the page came; undefined in a form that was not sent yet. */
  readonly typed: Typed | undefined
  /** Whether nothing is missing. What is missing is said at its field, and the first has the focus. */
  readonly check: (form: HTMLFormElement) => boolean
}

export const FormFieldsContext = createContext<FormFields | null>(null)

export function useFormFields(): FormFields {
  const form = use(FormFieldsContext)
  if (!form) throw new Error("This stands inside a <MarkedForm>.")
  return form
}

interface Field {
  readonly id: string
  readonly error: string | undefined
  /** Its values, as they were sent; undefined in a form that was not. */
  readonly typed: readonly string[] | undefined
}

/** The share of one field. Outside of a form that acts it is what its page says of it. */
export function useField(name: string | undefined, error?: string): Field {
  const form = use(FormFieldsContext)
  const ownId = useId()
  if (!form || !name) return { id: ownId, error, typed: undefined }
  return {
    id: fieldId(form.id, name),
    error: error ?? form.errors[name],
    typed: form.typed && (form.typed[name] ?? []),
  }
}

export const fieldId = (formId: string, name: string): string => `${formId}-${name}`
