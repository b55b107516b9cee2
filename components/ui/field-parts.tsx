import clsx from "clsx"
import type { ReactNode } from "react"

export interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
}

interface RemarksProps extends Pick<FieldProps, "hint"> {
  readonly id: string
  readonly error: string | undefined
}

interface LabelledProps extends RemarksProps, FieldProps {
  readonly className: string | undefined
  readonly children: ReactNode
}

export function Labelled({ id, label, hint, error, className, children }: LabelledProps) {
  return (
    <div className={clsx("space-y-1.5", className)}>
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      {children}
      <Remarks id={id} hint={hint} error={error} />
    </div>
  )
}

export function Remarks({ id, hint, error }: RemarksProps) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="text-[0.8125rem] text-danger">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-[0.8125rem] text-ink-faint text-pretty">
          {hint}
        </p>
      )}
    </>
  )
}

/** A field at fault has the focus when its page loads again, if there is no JavaScript to bring it there. */
export function described(
  id: string,
  hint: ReactNode,
  error: string | undefined,
  elsewhere?: string,
) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`, elsewhere].filter(Boolean).join(" ")
  const fault = error ? { "aria-invalid": true, autoFocus: true } : {}
  return { ...fault, "aria-describedby": ids || undefined }
}

export const controlClass =
  "block w-full min-h-9 rounded-control border border-line-strong bg-surface px-3 py-1.5 text-sm text-ink shadow-control transition-colors placeholder:text-ink-faint aria-invalid:border-danger focus-visible:border-focus focus-visible:outline-offset-0 pointer-coarse:min-h-11 pointer-coarse:text-base"
