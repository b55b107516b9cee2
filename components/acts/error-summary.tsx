"use client"

import { useSyncExternalStore } from "react"
import { useTranslations } from "use-intl/react"
import { fieldId } from "@/components/ui/form-fields"
import { Notice } from "@/components/ui/notice"
import type { FieldErrors } from "@/lib/forms/form-state"

interface ErrorSummaryProps {
  readonly formId: string
  readonly errors: FieldErrors
}

/** Says at the top of a form how much is wrong, if it is more than the one field that has the focus. */
export function ErrorSummary({ formId, errors }: ErrorSummaryProps) {
  const t = useTranslations("fields")
  const faults = Object.entries(errors)
  if (faults.length < 2) return null

  return (
    <Notice tone="danger">
      <p role="alert">{t("several", { fields: faults.length })}</p>
      <ul className="mt-1 space-y-1">
        {faults.map(([name, message]) => (
          <li key={name}>
            <FaultLink id={fieldId(formId, name)} message={message} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function FaultLink({ id, message }: { readonly id: string; readonly message: string }) {
  const t = useTranslations("fields")
  const label = useLabel(id)

  return (
    <a
      href={`#${id}`}
      className="underline underline-offset-2"
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(id)?.focus()
      }}
    >
      {label ? t("faultOf", { field: label, message }) : message}
    </a>
  )
}

/** What the field is called. Only the page that is there can tell. */
const useLabel = (id: string): string =>
  useSyncExternalStore(
    never,
    () => labelled(document.getElementById(id)),
    () => "",
  )

const labelled = (field: HTMLElement | null) =>
  (field instanceof HTMLInputElement || field instanceof HTMLSelectElement
    ? field.labels?.[0]?.textContent
    : null) ?? ""

const never = () => () => undefined
