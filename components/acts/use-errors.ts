import { useCallback, useEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { useTranslations } from "use-intl/react"
import type { FieldErrors, FieldsState } from "@/lib/forms/form-state"
import { faultsOf, focusFirstFault } from "./faults"

/**
 * What is wrong in a form: what it lacks, or else what the server said. The first field at fault has the focus.
 *
 * `inForm` goes to an element of the form, so that a caller's own `ref` on the form stays free.
 */
export function useErrors(state: FieldsState) {
  const t = useTranslations("fields")
  const [faults, setFaults] = useState<FieldErrors | null>(null)
  const inForm = useRef<HTMLInputElement>(null)
  const seen = useRef(state)

  useEffect(() => {
    if (state === seen.current) return
    seen.current = state
    const form = inForm.current?.form
    if (form && state.fields) focusFirstFault(form)
  }, [state])

  const check = useCallback(
    (form: HTMLFormElement) => {
      const found = faultsOf(form, t("required"))
      flushSync(() => setFaults(found))
      if (found) focusFirstFault(form)
      return found === null
    },
    [t],
  )

  return { errors: faults ?? state.fields ?? none, check, inForm }
}

const none: FieldErrors = {}
